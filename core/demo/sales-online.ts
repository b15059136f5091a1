import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

export const onlineSales: DemoSales = {
  products: [
    product('VEL-1', goods(14.9), 'Scented candle|Vela aromática|Vela perfumada|Αρωματικό κερί|Ароматическая свеча'),
    product('TAZ-1', goods(12.5), 'Ceramic mug|Taza de cerámica|Caneca de cerâmica|Κεραμική κούπα|Керамическая кружка'),
    product('CAM-1', goods(24.9), 'Cotton T-shirt|Camiseta de algodón|T-shirt de algodão|Βαμβακερό μπλουζάκι|Хлопковая футболка'),
    product('BOL-1', goods(19.9), 'Canvas bag|Bolsa de tela|Saco de pano|Υφασμάτινη τσάντα|Сумка из холста'),
    product('COJ-1', goods(29), 'Cushion 45 x 45|Cojín 45 x 45|Almofada 45 x 45|Μαξιλάρι 45 x 45|Подушка 45 x 45'),
    product('MAN-1', goods(59), 'Wool blanket|Manta de lana|Manta de lã|Μάλλινη κουβέρτα|Шерстяной плед'),
    product('CUA-1', goods(9.9), 'Notebook|Cuaderno|Caderno|Τετράδιο|Блокнот'),
    product('LAM-1', goods(18), 'Print 30 x 40|Lámina 30 x 40|Gravura 30 x 40|Αφίσα 30 x 40|Постер 30 x 40'),
    product('PEN-1', goods(34), 'Silver earrings|Pendientes de plata|Brincos de prata|Ασημένια σκουλαρίκια|Серебряные серьги'),
    product('JAB-1', goods(7.5), 'Handmade soap|Jabón artesano|Sabonete artesanal|Χειροποίητο σαπούνι|Мыло ручной работы'),
    product('REG-1', service(3.5), 'Gift wrapping|Envoltorio de regalo|Embrulho de oferta|Συσκευασία δώρου|Подарочная упаковка'),
    product('ENV-1', service(4.9), 'Shipping, 2-3 days|Envío, 2-3 días|Envio, 2-3 dias|Αποστολή, 2-3 ημέρες|Доставка, 2–3 дня'),
  ],
  jobs: [
    job(
      'Order {number}: candles and soap|Pedido {number}: velas y jabón|Encomenda {number}: velas e sabonete|Παραγγελία {number}: κεριά και σαπούνι|Заказ {number}: свечи и мыло',
      'VEL-1 2,JAB-1 3,ENV-1 1',
    ),
    job(
      'Order {number}: T-shirts|Pedido {number}: camisetas|Encomenda {number}: t-shirts|Παραγγελία {number}: μπλουζάκια|Заказ {number}: футболки',
      'CAM-1 2,ENV-1 1',
    ),
    job(
      'Order {number}: mugs, gift|Pedido {number}: tazas, regalo|Encomenda {number}: canecas, oferta|Παραγγελία {number}: κούπες, δώρο|Заказ {number}: кружки, подарок',
      'TAZ-1 2,REG-1 1,ENV-1 1',
    ),
    job(
      'Order {number}: blanket and cushions|Pedido {number}: manta y cojines|Encomenda {number}: manta e almofadas|Παραγγελία {number}: κουβέρτα και μαξιλάρια|Заказ {number}: плед и подушки',
      'MAN-1 1,COJ-1 2,ENV-1 1',
    ),
    job(
      'Order {number}: earrings|Pedido {number}: pendientes|Encomenda {number}: brincos|Παραγγελία {number}: σκουλαρίκια|Заказ {number}: серьги',
      'PEN-1 1,REG-1 1,ENV-1 1',
    ),
    job(
      'Order {number}: prints|Pedido {number}: láminas|Encomenda {number}: gravuras|Παραγγελία {number}: αφίσες|Заказ {number}: постеры',
      'LAM-1 3,ENV-1 1',
    ),
    job(
      'Order {number}: bag and notebooks|Pedido {number}: bolsa y cuadernos|Encomenda {number}: saco e cadernos|Παραγγελία {number}: τσάντα και τετράδια|Заказ {number}: сумка и блокноты',
      'BOL-1 1,CUA-1 3,ENV-1 1',
    ),
    job(
      'Gifts for a company, 30 boxes|Regalos de empresa, 30 cajas|Ofertas de empresa, 30 caixas|Εταιρικά δώρα, 30 κουτιά|Подарки для компании, 30 наборов',
      'VEL-1 30,CUA-1 30,REG-1 30',
    ),
  ],
  asked: [
    asked(
      'Gifts for a team|Regalos para un equipo|Presentes para uma equipa|Δώρα για μια ομάδα|Подарки сотрудникам',
      'We need 25 boxes with our logo before the holidays. Is it possible?|Necesitamos 25 cajas con nuestro logo antes de las fiestas. ¿Es posible?|Precisamos de 25 caixas com o nosso logótipo antes das festas. É possível?|Χρειαζόμαστε 25 κουτιά με το λογότυπό μας πριν τις γιορτές. Γίνεται;|Нужно 25 наборов с нашим логотипом к праздникам. Это возможно?',
    ),
    asked(
      'Size of the T-shirt|Talla de la camiseta|Tamanho da t-shirt|Μέγεθος μπλούζας|Размер футболки',
      'I am between M and L. Can I change it if it does not fit?|Estoy entre la M y la L. ¿Puedo cambiarla si no me vale?|Estou entre o M e o L. Posso trocar se não servir?|Είμαι ανάμεσα σε M και L. Μπορώ να την αλλάξω αν δεν μου κάνει;|Я между M и L. Можно обменять, если не подойдёт?',
    ),
    asked(
      'Sending it abroad|Envío al extranjero|Envio para o estrangeiro|Αποστολή στο εξωτερικό|Доставка за границу',
      'Do you send abroad, and what does it cost?|¿Enviáis al extranjero y cuánto cuesta?|Enviam para o estrangeiro e quanto custa?|Στέλνετε στο εξωτερικό και πόσο κοστίζει;|Отправляете за границу и сколько это стоит?',
    ),
    asked(
      'Is the blue blanket coming back?|¿Vuelve la manta azul?|A manta azul volta?|Θα ξαναέρθει η μπλε κουβέρτα;|Будет ли ещё синий плед?',
      'The blue blanket says sold out. Could you keep one for me?|La manta azul sale agotada. ¿Me podéis guardar una?|A manta azul está esgotada. Podem guardar-me uma?|Η μπλε κουβέρτα γράφει εξαντλήθηκε. Μου κρατάτε μία;|Синего пледа нет в наличии. Можете отложить один?',
    ),
    asked(
      'Wholesale price|Precio para tiendas|Preço para lojas|Τιμή χονδρικής|Цена для магазина',
      'I have a gift shop and would like to sell your candles. Do you have a wholesale price?|Tengo una tienda de regalos y quiero vender vuestras velas. ¿Tenéis precio para tiendas?|Tenho uma loja de presentes e quero vender as vossas velas. Têm preço para lojas?|Έχω κατάστημα δώρων και θέλω να πουλάω τα κεριά σας. Έχετε τιμή χονδρικής;|У меня магазин подарков, хочу продавать ваши свечи. Есть ли оптовая цена?',
    ),
  ],
  appointments: [
    {
      kind: 'work',
      type: 'todo',
      stages: [2],
      minutes: 15,
      title: inFive(
        'Hand over to the courier: {title}|Entregar al mensajero: {title}|Entregar ao estafeta: {title}|Παράδοση στον κούριερ: {title}|Передать курьеру: {title}',
      ),
    },
  ],
  todos: [
    inFive('Pack the order|Preparar el paquete|Preparar a encomenda|Ετοιμασία δέματος|Собрать посылку'),
    inFive('Remind of the payment|Recordar el pago|Lembrar o pagamento|Υπενθύμιση πληρωμής|Напомнить об оплате'),
    inFive('Ask for a review|Pedir una reseña|Pedir uma avaliação|Αίτημα για κριτική|Попросить отзыв'),
  ],
};
