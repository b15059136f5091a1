import { defineMessages } from '#shared/messages/define.ts';

/** By which word rules of ready processes know a task again; the shop reads them, so each is a word of its language. */
export const processMarkMessages = defineMessages({
  'process.mark.firstCall': {
    en: 'First call',
    es: 'Primera llamada',
    pt: 'Primeira chamada',
    el: 'Πρώτη κλήση',
    ru: 'Первый звонок',
  },
  'process.mark.measure': { en: 'Measuring', es: 'Medición', pt: 'Medição', el: 'Μετρήσεις', ru: 'Замер' },
  'process.mark.price': { en: 'Price', es: 'Precio', pt: 'Preço', el: 'Τιμή', ru: 'Расчёт цены' },
  'process.mark.quote': { en: 'Quote', es: 'Presupuesto', pt: 'Orçamento', el: 'Προσφορά', ru: 'Предложение' },
  'process.mark.payment': { en: 'Payment', es: 'Cobro', pt: 'Pagamento', el: 'Πληρωμή', ru: 'Оплата' },
  'process.mark.debt': { en: 'Debt', es: 'Deuda', pt: 'Dívida', el: 'Οφειλή', ru: 'Долг' },
  'process.mark.agreeDay': {
    en: 'Day of the work',
    es: 'Día del trabajo',
    pt: 'Dia do trabalho',
    el: 'Ημέρα εργασιών',
    ru: 'День работ',
  },
  'process.mark.install': { en: 'Installation', es: 'Instalación', pt: 'Instalação', el: 'Τοποθέτηση', ru: 'Монтаж' },
  'process.mark.diagnose': { en: 'Diagnosis', es: 'Diagnóstico', pt: 'Diagnóstico', el: 'Διάγνωση', ru: 'Диагностика' },
  'process.mark.agreeRepair': {
    en: 'Go-ahead for the repair',
    es: 'Visto bueno a la reparación',
    pt: 'Aprovação da reparação',
    el: 'Συμφωνία επισκευής',
    ru: 'Согласование ремонта',
  },
  'process.mark.repair': { en: 'Repair', es: 'Reparación', pt: 'Reparação', el: 'Επισκευή', ru: 'Ремонт' },
  'process.mark.appointment': { en: 'Appointment', es: 'Cita', pt: 'Marcação', el: 'Ραντεβού', ru: 'Визит' },
  'process.mark.noShow': { en: 'Did not come', es: 'No vino', pt: 'Não veio', el: 'Δεν ήρθε', ru: 'Не пришёл' },
  'process.mark.pack': { en: 'Packing', es: 'Embalaje', pt: 'Embalagem', el: 'Συσκευασία', ru: 'Упаковка' },
  'process.mark.deliver': { en: 'Delivery', es: 'Entrega', pt: 'Entrega', el: 'Παράδοση', ru: 'Доставка' },
  'process.mark.afterSale': {
    en: 'After the sale',
    es: 'Después de la venta',
    pt: 'Depois da venda',
    el: 'Μετά την πώληση',
    ru: 'После продажи',
  },
  'process.mark.next': { en: 'Next step', es: 'Siguiente paso', pt: 'Próximo passo', el: 'Επόμενο βήμα', ru: 'Следующий шаг' },
});
