import { asked, goods, inFive, job, product, service } from '#core/demo/demo-sales-words.ts';
import type { DemoSales } from '#core/demo/demo-sales-words.ts';

export const garageSales: DemoSales = {
  products: [
    product('ACE-1', goods(11, 'litre'), 'Engine oil 5W-30|Aceite 5W-30|Óleo 5W-30|Λάδι κινητήρα 5W-30|Масло 5W-30'),
    product('FIL-1', goods(12), 'Oil filter|Filtro de aceite|Filtro de óleo|Φίλτρο λαδιού|Масляный фильтр'),
    product('FIL-2', goods(18), 'Air filter|Filtro de aire|Filtro de ar|Φίλτρο αέρα|Воздушный фильтр'),
    product(
      'PAS-1',
      goods(48, 'set'),
      'Front brake pads|Pastillas de freno delanteras|Pastilhas de travão dianteiras|Τακάκια εμπρός|Передние тормозные колодки',
    ),
    product(
      'DIS-1',
      goods(95, 'set'),
      'Front brake discs|Discos de freno delanteros|Discos de travão dianteiros|Δισκόπλακες εμπρός|Передние тормозные диски',
    ),
    product(
      'COR-1',
      goods(165, 'set'),
      'Timing belt kit|Kit de distribución|Kit de distribuição|Σετ ιμάντα χρονισμού|Комплект ГРМ',
    ),
    product('NEU-16', goods(78), 'Tyre 205/55 R16|Neumático 205/55 R16|Pneu 205/55 R16|Ελαστικό 205/55 R16|Шина 205/55 R16'),
    product('BAT-1', goods(110), 'Battery 70 Ah|Batería 70 Ah|Bateria 70 Ah|Μπαταρία 70 Ah|Аккумулятор 70 А·ч'),
    product('MAN-H', service(45, 'hour'), 'Labour|Mano de obra|Mão de obra|Εργασία|Работа мастера'),
    product('DIA-1', service(40), 'Diagnosis|Diagnóstico|Diagnóstico|Διάγνωση|Диагностика'),
    product(
      'EQU-1',
      service(10, 'piece'),
      'Wheel balancing|Equilibrado de rueda|Equilibragem de roda|Ζυγοστάθμιση τροχού|Балансировка колеса',
    ),
    product('ALI-1', service(45), 'Wheel alignment|Alineación|Alinhamento|Ευθυγράμμιση|Сход-развал'),
    product(
      'CLI-1',
      service(69),
      'Air conditioning recharge|Carga de aire acondicionado|Carga de ar condicionado|Πλήρωση κλιματισμού|Заправка кондиционера',
    ),
  ],
  jobs: [
    job('{car}: service|{car}: revisión|{car}: revisão|{car}: σέρβις|{car}: ТО', 'ACE-1 5,FIL-1 1,FIL-2 1,MAN-H 1'),
    job('{car}: brakes|{car}: frenos|{car}: travões|{car}: φρένα|{car}: тормоза', 'PAS-1 1,DIS-1 1,MAN-H 2'),
    job('{car}: 4 tyres|{car}: 4 neumáticos|{car}: 4 pneus|{car}: 4 ελαστικά|{car}: 4 шины', 'NEU-16 4,EQU-1 4,ALI-1 1'),
    job(
      '{car}: noise, diagnosis|{car}: ruido, diagnóstico|{car}: barulho, diagnóstico|{car}: θόρυβος, διάγνωση|{car}: стук, диагностика',
      'DIA-1 1,MAN-H 1',
    ),
    job(
      '{car}: timing belt|{car}: distribución|{car}: distribuição|{car}: ιμάντας χρονισμού|{car}: ремень ГРМ',
      'COR-1 1,MAN-H 4',
    ),
    job('{car}: battery|{car}: batería|{car}: bateria|{car}: μπαταρία|{car}: аккумулятор', 'BAT-1 1,DIA-1 1'),
    job(
      '{car}: air conditioning|{car}: aire acondicionado|{car}: ar condicionado|{car}: κλιματισμός|{car}: кондиционер',
      'CLI-1 1',
    ),
    job(
      '{car}: check before inspection|{car}: pre-ITV|{car}: pré-inspeção|{car}: έλεγχος πριν το ΚΤΕΟ|{car}: проверка перед техосмотром',
      'DIA-1 1,ALI-1 1,MAN-H 1',
    ),
  ],
  asked: [
    asked(
      'Car shakes when braking|Vibra al frenar|O carro vibra ao travar|Τρέμει στο φρενάρισμα|Вибрация при торможении',
      'It shakes when I brake on the motorway. When can I bring it?|Vibra al frenar en autovía. ¿Cuándo lo puedo llevar?|Vibra quando travo na autoestrada. Quando posso levá-lo?|Τρέμει όταν φρενάρω στην εθνική. Πότε μπορώ να το φέρω;|На трассе при торможении трясёт. Когда можно приехать?',
    ),
    asked(
      'Price of a timing belt|Precio de la distribución|Preço da distribuição|Τιμή ιμάντα χρονισμού|Цена замены ГРМ',
      '2015 Golf 1.6 TDI, 140,000 km. How much is the timing belt with the water pump?|Golf 1.6 TDI de 2015, 140.000 km. ¿Cuánto cuesta la distribución con bomba de agua?|Golf 1.6 TDI de 2015, 140.000 km. Quanto custa a distribuição com bomba de água?|Golf 1.6 TDI του 2015, 140.000 χλμ. Πόσο κοστίζει ο ιμάντας με την αντλία νερού;|Golf 1.6 TDI 2015 года, 140 000 км. Сколько стоит замена ГРМ с помпой?',
    ),
    asked(
      'Winter tyres|Neumáticos de invierno|Pneus de inverno|Χειμερινά ελαστικά|Зимние шины',
      'Four winter tyres 205/55 R16 with fitting: what do you have?|Cuatro neumáticos de invierno 205/55 R16 montados: ¿qué tenéis?|Quatro pneus de inverno 205/55 R16 montados: o que têm?|Τέσσερα χειμερινά 205/55 R16 με τοποθέτηση: τι έχετε;|Четыре зимние шины 205/55 R16 с установкой: что есть?',
    ),
    asked(
      'Four vans to look after|Cuatro furgonetas|Quatro carrinhas|Τέσσερα βανάκια|Четыре фургона',
      'We have four vans and want one garage for all services, with an invoice.|Tenemos cuatro furgonetas y queremos un solo taller para todo, con factura.|Temos quatro carrinhas e queremos uma só oficina para tudo, com fatura.|Έχουμε τέσσερα βανάκια και θέλουμε ένα συνεργείο για όλα, με τιμολόγιο.|У нас четыре фургона, ищем один сервис на всё, по безналу.',
    ),
    asked(
      'It does not start|No arranca|Não arranca|Δεν παίρνει μπροστά|Не заводится',
      'It did not start this morning. Can you send a tow truck?|Esta mañana no ha arrancado. ¿Tenéis grúa?|Hoje de manhã não arrancou. Têm reboque?|Σήμερα το πρωί δεν πήρε μπροστά. Έχετε γερανό;|Утром машина не завелась. Есть ли эвакуатор?',
    ),
  ],
  appointments: [
    {
      kind: 'visit',
      type: 'meeting',
      stages: [1],
      minutes: 30,
      title: inFive(
        'The car comes in: {title}|Llega el coche: {title}|Chega o carro: {title}|Έρχεται το αυτοκίνητο: {title}|Приём машины: {title}',
      ),
    },
    {
      kind: 'work',
      type: 'todo',
      stages: [3, 4],
      minutes: 60,
      title: inFive(
        'Have it ready: {title}|Dejar listo: {title}|Deixar pronto: {title}|Να είναι έτοιμο: {title}|Подготовить к выдаче: {title}',
      ),
    },
  ],
  todos: [
    inFive('Order the parts|Pedir las piezas|Encomendar as peças|Παραγγελία ανταλλακτικών|Заказать запчасти'),
    inFive(
      'Tell the price of the repair|Decir el precio de la reparación|Informar o preço da reparação|Ενημέρωση για την τιμή|Назвать стоимость ремонта',
    ),
    inFive(
      'Ask how the car runs|Preguntar cómo va el coche|Perguntar como anda o carro|Ερώτηση πώς πάει το αυτοκίνητο|Спросить, как едет машина',
    ),
  ],
};
