import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

export const wholesaleSales: DemoSales = {
  products: [
    product('CAF-1', goods(11.5, 'kilogram'), 'Coffee beans|Café en grano|Café em grão|Καφές σε κόκκους|Кофе в зёрнах'),
    product('ACE-5', goods(34), 'Olive oil, 5 l|Aceite de oliva, 5 l|Azeite, 5 l|Ελαιόλαδο, 5 l|Оливковое масло, 5 л'),
    product(
      'AZU-25',
      goods(24),
      'Sugar, 25 kg bag|Azúcar, saco de 25 kg|Açúcar, saco de 25 kg|Ζάχαρη, σακί 25 kg|Сахар, мешок 25 кг',
    ),
    product(
      'HAR-25',
      goods(19),
      'Flour, 25 kg bag|Harina, saco de 25 kg|Farinha, saco de 25 kg|Αλεύρι, σακί 25 kg|Мука, мешок 25 кг',
    ),
    product(
      'AGU-24',
      goods(6.4, 'set'),
      'Still water, 24 bottles|Agua mineral, 24 botellas|Água mineral, 24 garrafas|Εμφιαλωμένο νερό, 24 τεμ.|Вода без газа, 24 бутылки',
    ),
    product(
      'REF-24',
      goods(13, 'set'),
      'Soft drinks, 24 cans|Refrescos, 24 latas|Refrigerantes, 24 latas|Αναψυκτικά, 24 κουτιά|Газировка, 24 банки',
    ),
    product(
      'SER-1',
      goods(29, 'set'),
      'Napkins, box of 4,000|Servilletas, caja de 4.000|Guardanapos, caixa de 4.000|Χαρτοπετσέτες, κιβώτιο 4.000|Салфетки, коробка 4000 шт.',
    ),
    product(
      'VAS-1',
      goods(42, 'set'),
      'Paper cups, box of 1,000|Vasos de papel, caja de 1.000|Copos de papel, caixa de 1.000|Χάρτινα ποτήρια, κιβώτιο 1.000|Бумажные стаканы, коробка 1000 шт.',
    ),
    product(
      'GUA-1',
      goods(7.9, 'set'),
      'Gloves, box of 100|Guantes, caja de 100|Luvas, caixa de 100|Γάντια, κουτί 100|Перчатки, упаковка 100 шт.',
    ),
    product(
      'DET-5',
      goods(9.5),
      'Floor cleaner, 5 l|Fregasuelos, 5 l|Detergente de chão, 5 l|Καθαριστικό δαπέδου, 5 l|Средство для пола, 5 л',
    ),
    product(
      'BOL-1',
      goods(16, 'set'),
      'Bin bags, box of 200|Bolsas de basura, caja de 200|Sacos do lixo, caixa de 200|Σακούλες απορριμμάτων, κιβώτιο 200|Мешки для мусора, коробка 200 шт.',
    ),
    product('POR-1', service(15), 'Delivery|Reparto|Entrega|Παράδοση|Доставка'),
  ],
  jobs: [
    job('Monthly order|Pedido del mes|Encomenda do mês|Μηνιαία παραγγελία|Заказ на месяц', 'CAF-1 20,AZU-25 2,SER-1 3,POR-1 1'),
    job(
      'Drinks for the terrace|Bebidas para la terraza|Bebidas para a esplanada|Ποτά για τη βεράντα|Напитки для террасы',
      'AGU-24 20,REF-24 30,POR-1 1',
    ),
    job('Cleaning supplies|Productos de limpieza|Produtos de limpeza|Είδη καθαρισμού|Бытовая химия', 'DET-5 12,GUA-1 10,BOL-1 6'),
    job(
      'Flour and oil, {street}|Harina y aceite, {street}|Farinha e azeite, {street}|Αλεύρι και λάδι, {street}|Мука и масло, {street}',
      'HAR-25 16,ACE-5 12,POR-1 1',
    ),
    job(
      'Coffee for the season|Café para la temporada|Café para a época|Καφές για τη σεζόν|Кофе на сезон',
      'CAF-1 120,AZU-25 8,VAS-1 6,POR-1 1',
    ),
    job(
      'Opening of a new place, {street}|Apertura de local, {street}|Abertura de loja nova, {street}|Άνοιγμα νέου καταστήματος, {street}|Открытие новой точки, {street}',
      'CAF-1 40,SER-1 8,VAS-1 10,AGU-24 30,DET-5 10,POR-1 1',
    ),
    job(
      'Paper cups and napkins|Vasos y servilletas|Copos e guardanapos|Ποτήρια και χαρτοπετσέτες|Стаканы и салфетки',
      'VAS-1 8,SER-1 10',
    ),
    job(
      'Order for the weekend|Pedido del fin de semana|Encomenda do fim de semana|Παραγγελία Σαββατοκύριακου|Заказ к выходным',
      'REF-24 12,AGU-24 10,SER-1 2,POR-1 1',
    ),
  ],
  asked: [
    asked(
      'Price list for a bar|Tarifa para un bar|Tabela de preços para um bar|Τιμοκατάλογος για μπαρ|Прайс для бара',
      'We open a bar next month. Could you send me the price list and say from what sum you deliver?|Abrimos un bar el mes que viene. ¿Me mandáis la tarifa y desde qué importe repartís?|Abrimos um bar no próximo mês. Podem enviar a tabela e dizer a partir de que valor entregam?|Ανοίγουμε μπαρ τον επόμενο μήνα. Μου στέλνετε τιμοκατάλογο και από ποιο ποσό παραδίδετε;|Открываем бар в следующем месяце. Пришлите прайс и скажите, от какой суммы доставка?',
    ),
    asked(
      '200 kg of coffee|200 kg de café|200 kg de café|200 kg καφέ|200 кг кофе',
      'What price for 200 kg of beans a month?|¿Qué precio me haríais por 200 kg de café en grano al mes?|Que preço fazem para 200 kg de café em grão por mês?|Τι τιμή κάνετε για 200 kg καφέ τον μήνα;|Какая цена за 200 кг зёрен в месяц?',
    ),
    asked(
      'Do you deliver on Mondays?|¿Repartís los lunes?|Entregam à segunda?|Παραδίδετε Δευτέρα;|Возите по понедельникам?',
      'Our supplier left us without delivery. We need water and soft drinks every Monday.|El proveedor nos ha dejado sin reparto. Necesitamos agua y refrescos cada lunes.|O fornecedor deixou-nos sem entregas. Precisamos de água e refrigerantes todas as segundas.|Ο προμηθευτής μάς άφησε χωρίς παράδοση. Θέλουμε νερά και αναψυκτικά κάθε Δευτέρα.|Поставщик нас подвёл. Нужны вода и газировка каждый понедельник.',
    ),
    asked(
      'School canteen|Comedor escolar|Cantina escolar|Σχολικό κυλικείο|Школьная столовая',
      'We look for a supplier for a school of 300. Please call to agree on a visit.|Buscamos proveedor para un comedor de 300 niños. Llamad para concertar una visita.|Procuramos fornecedor para uma cantina de 300 alunos. Liguem para marcar uma visita.|Ψάχνουμε προμηθευτή για σχολείο 300 παιδιών. Καλέστε μας για επίσκεψη.|Ищем поставщика для школы на 300 детей. Позвоните, договоримся о встрече.',
    ),
    asked(
      'Samples|Muestras|Amostras|Δείγματα|Образцы',
      'Could we try two or three kinds of coffee before ordering?|¿Podemos probar dos o tres cafés antes de pedir?|Podemos provar dois ou três cafés antes de encomendar?|Μπορούμε να δοκιμάσουμε δύο τρία είδη καφέ πριν παραγγείλουμε;|Можно попробовать два-три сорта кофе до заказа?',
    ),
  ],
  appointments: [
    {
      kind: 'visit',
      type: 'visit',
      stages: [2],
      minutes: 45,
      title: inFive(
        'Visit the client, {street}|Visitar al cliente, {street}|Visitar o cliente, {street}|Επίσκεψη στον πελάτη, {street}|Визит к клиенту, {street}',
      ),
    },
    {
      kind: 'work',
      type: 'visit',
      stages: [4],
      minutes: 30,
      title: inFive('Deliver, {street}|Entregar, {street}|Entregar, {street}|Παράδοση, {street}|Доставка, {street}'),
    },
  ],
  todos: [
    inFive('Send the price list|Enviar la tarifa|Enviar a tabela de preços|Αποστολή τιμοκαταλόγου|Отправить прайс'),
    inFive('Check what is in stock|Comprobar existencias|Verificar o stock|Έλεγχος αποθέματος|Проверить остатки'),
    inFive(
      'Ask about the unpaid invoice|Preguntar por la factura pendiente|Perguntar pela fatura pendente|Ερώτηση για το ανεξόφλητο τιμολόγιο|Уточнить по неоплаченному счёту',
    ),
  ],
};
