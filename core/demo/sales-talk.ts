import { inFive } from '#core/demo/demo-sales-words.ts';

// What is written down of talks, whatever the trade.

/** Of calls in which somebody was reached. */
export const saidOnThePhone = [
  inFive(
    'Wants to think it over, I call back on Thursday|Se lo piensa, le llamo el jueves|Vai pensar, ligo na quinta-feira|Θα το σκεφτεί, ξανά τηλέφωνο την Πέμπτη|Подумает, перезвоню в четверг',
  ),
  inFive(
    'Agreed on a day, mornings are best|Hemos quedado en un día, mejor por la mañana|Combinámos um dia, de preferência de manhã|Συμφωνήσαμε ημέρα, καλύτερα πρωί|Договорились о дне, удобнее утром',
  ),
  inFive(
    'Asked for a small discount|Pide un pequeño descuento|Pediu um pequeno desconto|Ζήτησε μικρή έκπτωση|Просит небольшую скидку',
  ),
  inFive(
    'Happy with the price, waits for the papers|Conforme con el precio, espera los papeles|Concorda com o preço, espera os papéis|Συμφωνεί με την τιμή, περιμένει τα χαρτιά|Цена устраивает, ждёт документы',
  ),
  inFive(
    'Compares with another offer|Está comparando con otra oferta|Está a comparar com outra proposta|Συγκρίνει με άλλη προσφορά|Сравнивает с другим предложением',
  ),
  inFive(
    'Explained the terms and when it can be done|Le he explicado las condiciones y el plazo|Expliquei as condições e o prazo|Εξήγησα τους όρους και τον χρόνο|Рассказали об условиях и сроках',
  ),
  inFive(
    'Pays a part now and the rest at the end|Paga una parte ahora y el resto al final|Paga uma parte agora e o resto no fim|Πληρώνει ένα μέρος τώρα και το υπόλοιπο στο τέλος|Часть оплатит сейчас, остальное в конце',
  ),
  inFive(
    'Very pleased, will recommend us|Le ha gustado mucho, nos va a recomendar|Gostou muito, vai recomendar-nos|Όλα πήγαν καλά, θα μας συστήσει|Всё понравилось, будет нас советовать',
  ),
];

export const notesMade = [
  inFive(
    'Came by a friend who was our client|Viene de parte de una clienta|Veio por um amigo que é cliente|Ήρθε από σύσταση πελάτη|Пришли по рекомендации клиента',
  ),
  inFive(
    'Call after five only|Llamar solo a partir de las cinco|Ligar só depois das cinco|Κλήση μόνο μετά τις πέντε|Звонить только после пяти',
  ),
  inFive(
    'Wants an invoice for the company|Quiere factura a nombre de la empresa|Quer fatura em nome da empresa|Θέλει τιμολόγιο για την εταιρεία|Нужны документы на компанию',
  ),
];

export const callTasks = [
  inFive('Call: has it been decided?|Llamar: ¿se ha decidido?|Ligar: já decidiu?|Κλήση: αποφάσισε;|Позвонить: что решили?'),
  inFive(
    'Call and agree on the day|Llamar para fijar el día|Ligar para marcar o dia|Κλήση για να οριστεί ημέρα|Позвонить, назначить день',
  ),
  inFive('Call about the payment|Llamar por el pago|Ligar por causa do pagamento|Κλήση για την πληρωμή|Позвонить насчёт оплаты'),
];

export const firstCall = inFive(
  'Call back about the request|Llamar por la solicitud|Ligar de volta sobre o pedido|Κλήση για το αίτημα|Перезвонить по заявке',
);

export const lostNotes = [
  inFive(
    'Found it cheaper in another shop|Lo ha encontrado más barato en otro sitio|Encontrou mais barato noutro sítio|Το βρήκε φθηνότερα αλλού|Нашли дешевле в другом месте',
  ),
  inFive('Maybe next year|Quizá el año que viene|Talvez no próximo ano|Ίσως του χρόνου|Возможно, в следующем году'),
];

/** Why a request came to nothing. */
export const turnedDown = inFive(
  'No answer after three calls|No contesta tras tres llamadas|Não atende depois de três chamadas|Δεν απαντά μετά από τρεις κλήσεις|Не отвечает после трёх звонков',
);

/** In Greece and Spain as in Russia these drive about. */
export const cars = [
  'VW Golf',
  'Renault Clio',
  'Toyota Corolla',
  'Ford Focus',
  'Opel Corsa',
  'Hyundai Tucson',
  'Škoda Octavia',
  'Kia Ceed',
  'Peugeot 308',
  'Fiat Panda',
  'Nissan Qashqai',
  'BMW 320',
];
