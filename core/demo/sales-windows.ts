import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

export const windowsSales: DemoSales = {
  products: [
    product(
      'PVC-1',
      goods(290, 'squareMetre'),
      'PVC window, double glazing|Ventana de PVC, doble vidrio|Janela de PVC, vidro duplo|Κούφωμα PVC, διπλό τζάμι|Окно ПВХ, двойной стеклопакет',
    ),
    product(
      'ALU-1',
      goods(380, 'squareMetre'),
      'Aluminium window, thermal break|Ventana de aluminio con rotura térmica|Janela de alumínio com corte térmico|Κούφωμα αλουμινίου με θερμοδιακοπή|Алюминиевое окно с терморазрывом',
    ),
    product(
      'PVC-2',
      goods(320, 'squareMetre'),
      'PVC balcony door|Puerta balconera de PVC|Porta de varanda em PVC|Μπαλκονόπορτα PVC|Балконная дверь ПВХ',
    ),
    product(
      'COR-1',
      goods(430, 'squareMetre'),
      'Aluminium sliding door|Puerta corredera de aluminio|Porta de correr em alumínio|Συρόμενη πόρτα αλουμινίου|Раздвижная дверь, алюминий',
    ),
    product('VID-1', goods(75, 'squareMetre'), 'Double-glazed pane|Doble vidrio|Vidro duplo|Διπλό τζάμι|Стеклопакет'),
    product(
      'MAM-1',
      goods(190, 'squareMetre'),
      'Shower screen, tempered glass|Mampara de ducha, vidrio templado|Resguardo de duche, vidro temperado|Καμπίνα ντους, γυαλί ασφαλείας|Душевая перегородка, закалённое стекло',
    ),
    product(
      'ESP-1',
      goods(85, 'squareMetre'),
      'Mirror cut to measure|Espejo a medida|Espelho à medida|Καθρέφτης στα μέτρα σας|Зеркало на заказ',
    ),
    product(
      'PER-1',
      goods(95, 'squareMetre'),
      'Roller shutter|Persiana enrollable|Persiana de enrolar|Ρολό παραθύρου|Рольставни',
    ),
    product('MOS-1', goods(45, 'squareMetre'), 'Mosquito net|Mosquitera|Rede mosquiteira|Σίτα|Москитная сетка'),
    product('ALF-1', goods(28, 'metre'), 'Window sill|Alféizar|Peitoril|Ποδιά παραθύρου|Подоконник'),
    product('MAN-1', goods(24), 'Handle with key|Manilla con llave|Puxador com chave|Χερούλι με κλειδί|Ручка с ключом'),
    product(
      'INS-1',
      service(85, 'piece'),
      'Installation of a window|Instalación de ventana|Instalação de janela|Τοποθέτηση κουφώματος|Монтаж окна',
    ),
    product(
      'DES-1',
      service(35, 'piece'),
      'Removal of the old window|Retirada de la ventana vieja|Remoção da janela antiga|Αφαίρεση παλιού κουφώματος|Демонтаж старого окна',
    ),
  ],
  jobs: [
    job(
      '2 windows, {street}|2 ventanas, {street}|2 janelas, {street}|2 κουφώματα, {street}|2 окна, {street}',
      'PVC-1 2 1200x1100,INS-1 2,DES-1 2',
    ),
    job(
      '3 windows, {street}|3 ventanas, {street}|3 janelas, {street}|3 κουφώματα, {street}|3 окна, {street}',
      'PVC-1 2 1400x1200,PVC-1 1 600x900,INS-1 3,DES-1 3',
    ),
    job(
      'Balcony door and window, {street}|Balconera y ventana, {street}|Porta de varanda e janela, {street}|Μπαλκονόπορτα και παράθυρο, {street}|Балконный блок, {street}',
      'PVC-2 1 800x2100,PVC-1 1 1200x1300,INS-1 2,ALF-1 1 1300x250',
    ),
    job(
      'Mosquito nets, {street}|Mosquiteras, {street}|Redes mosquiteiras, {street}|Σίτες, {street}|Москитные сетки, {street}',
      'MOS-1 4 700x1200',
    ),
    job(
      'Shower screen, {street}|Mampara de ducha, {street}|Resguardo de duche, {street}|Καμπίνα ντους, {street}|Душевая перегородка, {street}',
      'MAM-1 1 1200x1950',
    ),
    job(
      'Sliding door to the terrace, {street}|Corredera de la terraza, {street}|Porta de correr da varanda, {street}|Συρόμενη βεράντας, {street}|Раздвижная дверь на террасу, {street}',
      'COR-1 1 2400x2150,INS-1 1',
    ),
    job(
      'Whole flat, 6 windows, {street}|Piso entero, 6 ventanas, {street}|Casa inteira, 6 janelas, {street}|Όλο το διαμέρισμα, 6 κουφώματα, {street}|Вся квартира, 6 окон, {street}',
      'ALU-1 4 1300x1200,ALU-1 2 700x1000,INS-1 6,DES-1 6,MAN-1 2',
    ),
    job(
      'Roller shutters, {street}|Persianas, {street}|Persianas de enrolar, {street}|Ρολά, {street}|Рольставни, {street}',
      'PER-1 3 1300x1400',
    ),
    job(
      'New glass in a window, {street}|Cambio de vidrio, {street}|Troca de vidro, {street}|Αλλαγή τζαμιού, {street}|Замена стеклопакета, {street}',
      'VID-1 1 900x1200',
    ),
  ],
  asked: [
    asked(
      'Windows for two bedrooms|Ventanas para dos dormitorios|Janelas para dois quartos|Κουφώματα για δύο δωμάτια|Окна в две спальни',
      'Good morning, we hear the street at night. How much would two windows cost, with installation?|Buenos días, se oye mucho la calle por la noche. ¿Cuánto costarían dos ventanas con la instalación?|Bom dia, ouve-se muito a rua à noite. Quanto custam duas janelas com instalação?|Καλημέρα, ακούγεται πολύ ο δρόμος τη νύχτα. Πόσο κοστίζουν δύο κουφώματα με τοποθέτηση;|Здравствуйте, ночью очень слышно улицу. Сколько будут стоить два окна с установкой?',
    ),
    asked(
      'Close in a terrace|Cerrar una terraza|Fechar uma varanda|Κλείσιμο βεράντας|Остекление террасы',
      'I want to close in a terrace of about 4 metres. Can somebody come and measure this week?|Quiero cerrar una terraza de unos 4 metros. ¿Puede venir alguien a medir esta semana?|Quero fechar uma varanda de uns 4 metros. Alguém pode vir medir esta semana?|Θέλω να κλείσω μια βεράντα περίπου 4 μέτρων. Μπορεί να έρθει κάποιος για μέτρηση αυτή την εβδομάδα;|Хочу застеклить террасу около 4 метров. Может кто-нибудь приехать на замер на этой неделе?',
    ),
    asked(
      'Mosquito nets|Mosquiteras|Redes mosquiteiras|Σίτες|Москитные сетки',
      'Do you make mosquito nets for windows that are not yours? There are five.|¿Hacéis mosquiteras para ventanas que no son vuestras? Son cinco.|Fazem redes mosquiteiras para janelas de outra marca? São cinco.|Φτιάχνετε σίτες για κουφώματα που δεν είναι δικά σας; Είναι πέντε.|Делаете сетки на чужие окна? Их пять.',
    ),
    asked(
      'Broken glass|Vidrio roto|Vidro partido|Σπασμένο τζάμι|Разбито стекло',
      'A pane in the kitchen broke yesterday. It is urgent, please call.|Ayer se rompió un vidrio de la cocina. Es urgente, llamadme por favor.|Ontem partiu-se um vidro da cozinha. É urgente, liguem por favor.|Χθες έσπασε ένα τζάμι στην κουζίνα. Είναι επείγον, πάρτε με παρακαλώ.|Вчера разбилось стекло на кухне. Это срочно, перезвоните, пожалуйста.',
    ),
    asked(
      'Shower screen|Mampara|Resguardo de duche|Καμπίνα ντους|Душевая перегородка',
      'Shower screen of 120 cm without a frame: price and how long does it take?|Mampara de 120 cm sin perfiles: precio y plazo, por favor.|Resguardo de 120 cm sem perfis: preço e prazo, por favor.|Καμπίνα 120 εκ. χωρίς πλαίσιο: τιμή και χρόνος παράδοσης;|Перегородка 120 см без профиля: какая цена и срок?',
    ),
  ],
  appointments: [
    {
      kind: 'visit',
      type: 'visit',
      stages: [1],
      minutes: 45,
      title: inFive('Measure, {street}|Medir, {street}|Medir, {street}|Μέτρηση, {street}|Замер, {street}'),
    },
    {
      kind: 'work',
      type: 'visit',
      stages: [4],
      minutes: 180,
      title: inFive('Install, {street}|Instalar, {street}|Instalar, {street}|Τοποθέτηση, {street}|Монтаж, {street}'),
    },
  ],
  todos: [
    inFive('Send the quote|Enviar el presupuesto|Enviar o orçamento|Αποστολή προσφοράς|Отправить расчёт'),
    inFive(
      'Order the glass from the factory|Pedir el vidrio a fábrica|Encomendar o vidro à fábrica|Παραγγελία τζαμιών στο εργοστάσιο|Заказать стеклопакеты на заводе',
    ),
    inFive('Check the sizes|Revisar las medidas|Rever as medidas|Έλεγχος διαστάσεων|Проверить размеры'),
  ],
};
