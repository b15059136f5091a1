import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

/** A small business that does jobs and looks after things, such as there is in every street. */
export const otherSales: DemoSales = {
  products: [
    product('HOR-1', service(35, 'hour'), 'Hour of work|Hora de trabajo|Hora de trabalho|Ώρα εργασίας|Час работы'),
    product('VIS-1', service(25), 'Call-out|Desplazamiento|Deslocação|Μετάβαση|Выезд'),
    product('CON-1', service(60, 'hour'), 'Advice|Asesoramiento|Consultoria|Συμβουλή|Консультация'),
    product(
      'MAN-M',
      service(90),
      'Maintenance, a month|Mantenimiento, un mes|Manutenção, um mês|Συντήρηση, μήνας|Обслуживание, месяц',
    ),
    product(
      'MAN-A',
      service(940),
      'Maintenance, a year|Mantenimiento, un año|Manutenção, um ano|Συντήρηση, έτος|Обслуживание, год',
    ),
    product(
      'LIM-1',
      service(3.5, 'squareMetre'),
      'Deep cleaning|Limpieza a fondo|Limpeza profunda|Γενικός καθαρισμός|Генеральная уборка',
    ),
    product('PIN-1', service(9, 'squareMetre'), 'Painting|Pintura|Pintura|Βάψιμο|Покраска'),
    product('REP-1', service(70), 'Small repair|Reparación pequeña|Pequena reparação|Μικροεπισκευή|Мелкий ремонт'),
    product(
      'MON-1',
      service(55),
      'Assembly of furniture|Montaje de muebles|Montagem de móveis|Συναρμολόγηση επίπλων|Сборка мебели',
    ),
    product('MAT-1', goods(40, 'set'), 'Materials|Materiales|Materiais|Υλικά|Материалы'),
    product('PIE-1', goods(28), 'Spare part|Pieza de repuesto|Peça|Ανταλλακτικό|Запчасть'),
    product(
      'CUR-1',
      service(150),
      'Training, half a day|Curso, media jornada|Formação, meio dia|Εκπαίδευση, μισή ημέρα|Обучение, полдня',
    ),
  ],
  jobs: [
    job(
      'Repair, {street}|Reparación, {street}|Reparação, {street}|Επισκευή, {street}|Ремонт, {street}',
      'VIS-1 1,REP-1 1,PIE-1 1',
    ),
    job(
      'Deep cleaning, {street}|Limpieza a fondo, {street}|Limpeza profunda, {street}|Γενικός καθαρισμός, {street}|Генеральная уборка, {street}',
      'LIM-1 80,VIS-1 1',
    ),
    job('Maintenance for a year|Mantenimiento anual|Manutenção anual|Ετήσια συντήρηση|Обслуживание на год', 'MAN-A 1'),
    job(
      'Painting two rooms, {street}|Pintar dos habitaciones, {street}|Pintar dois quartos, {street}|Βάψιμο δύο δωματίων, {street}|Покраска двух комнат, {street}',
      'PIN-1 90,MAT-1 3',
    ),
    job(
      'Assembly of furniture, {street}|Montaje de muebles, {street}|Montagem de móveis, {street}|Συναρμολόγηση επίπλων, {street}|Сборка мебели, {street}',
      'MON-1 2,VIS-1 1',
    ),
    job(
      'Advice and estimate|Asesoramiento y presupuesto|Consultoria e orçamento|Συμβουλή και προσφορά|Консультация и смета',
      'CON-1 2',
    ),
    job(
      'Work on the premises, {street}|Obra en el local, {street}|Obra na loja, {street}|Εργασίες στο κατάστημα, {street}|Работы в помещении, {street}',
      'HOR-1 24,MAT-1 6,VIS-1 1',
    ),
    job('Training for the staff|Curso para el personal|Formação da equipa|Εκπαίδευση προσωπικού|Обучение сотрудников', 'CUR-1 2'),
  ],
  asked: [
    asked(
      'A tap drips|Un grifo gotea|Uma torneira pinga|Μια βρύση στάζει|Капает кран',
      'A tap in the bathroom drips. Could somebody come tomorrow after five?|Gotea un grifo del baño. ¿Podéis venir mañana a partir de las cinco?|Uma torneira da casa de banho pinga. Podem vir amanhã depois das cinco?|Στάζει μια βρύση στο μπάνιο. Μπορείτε να έρθετε αύριο μετά τις πέντε;|В ванной капает кран. Сможете приехать завтра после пяти?',
    ),
    asked(
      'Cleaning of an office|Limpieza de oficina|Limpeza de escritório|Καθαρισμός γραφείου|Уборка офиса',
      'Office of 120 m2, twice a week. How much would it be a month?|Oficina de 120 m2, dos veces por semana. ¿Cuánto sería al mes?|Escritório de 120 m2, duas vezes por semana. Quanto seria por mês?|Γραφείο 120 τ.μ., δύο φορές την εβδομάδα. Πόσο θα ήταν τον μήνα;|Офис 120 м², два раза в неделю. Сколько это в месяц?',
    ),
    asked(
      'Paint a flat|Pintar un piso|Pintar um apartamento|Βάψιμο διαμερίσματος|Покрасить квартиру',
      'We move in next month and want all walls white. Could you come and look?|Nos mudamos el mes que viene y queremos todo blanco. ¿Podéis venir a verlo?|Mudamo-nos no próximo mês e queremos tudo branco. Podem vir ver?|Μετακομίζουμε τον επόμενο μήνα και τα θέλουμε όλα λευκά. Μπορείτε να έρθετε να δείτε;|Переезжаем в следующем месяце, хотим все стены белые. Приедете посмотреть?',
    ),
    asked(
      'Kitchen to put together|Montar una cocina|Montar uma cozinha|Συναρμολόγηση κουζίνας|Собрать кухню',
      'The kitchen comes on Friday in 30 boxes. Do you do that?|La cocina llega el viernes en 30 cajas. ¿Lo hacéis?|A cozinha chega na sexta em 30 caixas. Fazem isso?|Η κουζίνα έρχεται την Παρασκευή σε 30 κουτιά. Το αναλαμβάνετε;|Кухню привезут в пятницу, 30 коробок. Возьмётесь?',
    ),
    asked(
      'Maintenance of a building|Mantenimiento de comunidad|Manutenção de condomínio|Συντήρηση πολυκατοικίας|Обслуживание дома',
      '24 flats, we look for somebody for small repairs all year round.|24 viviendas, buscamos a alguien para arreglos todo el año.|24 frações, procuramos alguém para reparações todo o ano.|24 διαμερίσματα, ψάχνουμε κάποιον για επισκευές όλο τον χρόνο.|24 квартиры, ищем мастера на мелкий ремонт круглый год.',
    ),
  ],
  appointments: [
    {
      kind: 'visit',
      type: 'visit',
      stages: [1],
      minutes: 45,
      title: inFive(
        'Look at the job, {street}|Ver el trabajo, {street}|Ver o trabalho, {street}|Αυτοψία, {street}|Осмотреть объект, {street}',
      ),
    },
    {
      kind: 'work',
      type: 'visit',
      stages: [3],
      minutes: 180,
      title: inFive(
        'Do the job, {street}|Hacer el trabajo, {street}|Fazer o trabalho, {street}|Εκτέλεση εργασίας, {street}|Выполнить работу, {street}',
      ),
    },
  ],
  todos: [
    inFive('Send the quote|Enviar el presupuesto|Enviar o orçamento|Αποστολή προσφοράς|Отправить смету'),
    inFive('Buy the materials|Comprar los materiales|Comprar os materiais|Αγορά υλικών|Закупить материалы'),
    inFive(
      'Ask if all is well|Preguntar si todo va bien|Perguntar se está tudo bem|Ερώτηση αν όλα είναι καλά|Спросить, всё ли в порядке',
    ),
  ],
};
