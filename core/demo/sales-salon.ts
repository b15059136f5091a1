import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

export const salonSales: DemoSales = {
  products: [
    product('COR-M', service(28), "Women's haircut|Corte de mujer|Corte de senhora|Γυναικείο κούρεμα|Женская стрижка"),
    product('COR-H', service(16), "Men's haircut|Corte de hombre|Corte de homem|Ανδρικό κούρεμα|Мужская стрижка"),
    product('COL-1', service(48), 'Colour, full head|Tinte completo|Coloração completa|Βαφή|Окрашивание'),
    product('MEC-1', service(75), 'Highlights|Mechas|Madeixas|Ανταύγειες|Мелирование'),
    product('PEI-1', service(22), 'Wash and blow-dry|Lavar y peinar|Lavar e secar|Λούσιμο και χτένισμα|Укладка'),
    product(
      'QUE-1',
      service(120),
      'Keratin treatment|Tratamiento de queratina|Tratamento de queratina|Θεραπεία κερατίνης|Кератиновое выпрямление',
    ),
    product('MAN-1', service(20), 'Manicure|Manicura|Manicure|Μανικιούρ|Маникюр'),
    product('GEL-1', service(32), 'Gel nails|Uñas de gel|Unhas de gel|Νύχια τζελ|Маникюр с гель-лаком'),
    product('PED-1', service(30), 'Pedicure|Pedicura|Pedicure|Πεντικιούρ|Педикюр'),
    product('FAC-1', service(45), 'Facial|Limpieza facial|Limpeza de pele|Καθαρισμός προσώπου|Чистка лица'),
    product(
      'NOV-1',
      service(180),
      'Bridal hair and make-up|Peinado y maquillaje de novia|Penteado e maquilhagem de noiva|Νυφικό χτένισμα και μακιγιάζ|Свадебная причёска и макияж',
    ),
    product(
      'BON-10',
      service(250),
      'Card for 10 visits|Bono de 10 visitas|Cartão de 10 visitas|Κάρτα 10 επισκέψεων|Абонемент на 10 визитов',
    ),
    product('CHA-1', goods(14), 'Shampoo, 300 ml|Champú, 300 ml|Champô, 300 ml|Σαμπουάν, 300 ml|Шампунь, 300 мл'),
    product('MAS-1', goods(18), 'Hair mask|Mascarilla|Máscara capilar|Μάσκα μαλλιών|Маска для волос'),
  ],
  jobs: [
    job('Haircut and colour|Corte y tinte|Corte e coloração|Κούρεμα και βαφή|Стрижка и окрашивание', 'COR-M 1,COL-1 1'),
    job(
      'Manicure and pedicure|Manicura y pedicura|Manicure e pedicure|Μανικιούρ και πεντικιούρ|Маникюр и педикюр',
      'MAN-1 1,PED-1 1',
    ),
    job("Women's haircut|Corte de mujer|Corte de senhora|Γυναικείο κούρεμα|Женская стрижка", 'COR-M 1,PEI-1 1'),
    job('Gel nails|Uñas de gel|Unhas de gel|Νύχια τζελ|Гель-лак', 'GEL-1 1'),
    job(
      'Highlights and blow-dry|Mechas y peinado|Madeixas e brushing|Ανταύγειες και χτένισμα|Мелирование и укладка',
      'MEC-1 1,PEI-1 1',
    ),
    job("Men's haircut|Corte de hombre|Corte de homem|Ανδρικό κούρεμα|Мужская стрижка", 'COR-H 1'),
    job('Facial|Limpieza facial|Limpeza de pele|Καθαρισμός προσώπου|Чистка лица', 'FAC-1 1'),
    job(
      'Keratin and mask for home|Queratina y mascarilla para casa|Queratina e máscara para casa|Κερατίνη και μάσκα για το σπίτι|Кератин и маска для дома',
      'QUE-1 1,MAS-1 1',
    ),
    job('Card for 10 visits|Bono de 10 visitas|Cartão de 10 visitas|Κάρτα 10 επισκέψεων|Абонемент на 10 визитов', 'BON-10 1'),
    job(
      'Bride, with a rehearsal|Novia, con prueba|Noiva, com ensaio|Νύφη, με πρόβα|Невеста, с репетицией',
      'NOV-1 1,PEI-1 1,GEL-1 1',
    ),
  ],
  asked: [
    asked(
      'Colour on Saturday|Tinte el sábado|Coloração no sábado|Βαφή το Σάββατο|Окрашивание в субботу',
      'Hello! Is there a place for colour and a cut this Saturday morning?|¡Hola! ¿Tenéis hueco para tinte y corte este sábado por la mañana?|Olá! Têm vaga para coloração e corte este sábado de manhã?|Γεια σας! Έχετε κενό για βαφή και κούρεμα το Σάββατο το πρωί;|Здравствуйте! Есть ли время на окрашивание и стрижку в субботу утром?',
    ),
    asked(
      'Wedding in May|Boda en mayo|Casamento em maio|Γάμος τον Μάιο|Свадьба в мае',
      'I get married in May, and we are four with my sisters. What does hair and make-up cost?|Me caso en mayo y somos cuatro con mis hermanas. ¿Cuánto cuesta peinado y maquillaje?|Caso-me em maio e somos quatro com as minhas irmãs. Quanto custa penteado e maquilhagem?|Παντρεύομαι τον Μάιο και είμαστε τέσσερις με τις αδερφές μου. Πόσο κοστίζει χτένισμα και μακιγιάζ;|У меня свадьба в мае, с сёстрами нас четверо. Сколько стоят причёска и макияж?',
    ),
    asked(
      'Gel nails, price|Uñas de gel, precio|Unhas de gel, preço|Νύχια τζελ, τιμή|Гель-лак, цена',
      'How much are gel nails, and do you take the old ones off?|¿Cuánto cuestan las uñas de gel y retiráis las anteriores?|Quanto custam as unhas de gel e retiram as antigas?|Πόσο κοστίζουν τα νύχια τζελ και αφαιρείτε τα παλιά;|Сколько стоит гель-лак и снимаете ли старое покрытие?',
    ),
    asked(
      'Gift voucher|Vale regalo|Vale-presente|Δωροκάρτα|Подарочный сертификат',
      'I would like to give my mother a facial. Do you have vouchers?|Quiero regalarle a mi madre una limpieza facial. ¿Tenéis vales?|Quero oferecer uma limpeza de pele à minha mãe. Têm vales?|Θέλω να κάνω δώρο στη μητέρα μου έναν καθαρισμό προσώπου. Έχετε δωροκάρτες;|Хочу подарить маме чистку лица. Есть ли у вас сертификаты?',
    ),
    asked(
      'Child, first haircut|Primer corte de mi hijo|Primeiro corte do meu filho|Πρώτο κούρεμα παιδιού|Первая стрижка ребёнка',
      'Do you cut the hair of small children? He is two.|¿Cortáis el pelo a niños pequeños? Tiene dos años.|Cortam o cabelo a crianças pequenas? Tem dois anos.|Κουρεύετε μικρά παιδιά; Είναι δύο ετών.|Стрижёте маленьких детей? Ему два года.',
    ),
  ],
  appointments: [
    {
      kind: 'visit',
      type: 'meeting',
      stages: [1, 2, 3],
      minutes: 60,
      title: inFive('Appointment: {title}|Cita: {title}|Marcação: {title}|Ραντεβού: {title}|Запись: {title}'),
    },
  ],
  todos: [
    inFive('Confirm the appointment|Confirmar la cita|Confirmar a marcação|Επιβεβαίωση ραντεβού|Подтвердить запись'),
    inFive(
      'Order the colour she wants|Pedir el tono que quiere|Encomendar o tom que ela quer|Παραγγελία της απόχρωσης|Заказать нужный оттенок',
    ),
    inFive(
      'Ask if she liked it|Preguntar si le gustó|Perguntar se gostou|Ερώτηση αν έμεινε ευχαριστημένη|Спросить, всё ли понравилось',
    ),
  ],
};
