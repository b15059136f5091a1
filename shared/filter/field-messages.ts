import { defineMessages } from '#shared/messages/define.ts';

/** Fields that are asked for in conditions, and stand nowhere else. */
export const filterFieldMessages = defineMessages({
  'deal.field.branchId': { en: 'Branch', es: 'Sucursal', pt: 'Filial', el: 'Υποκατάστημα', ru: 'Филиал' },
  'deal.field.paid': { en: 'Paid', es: 'Pagado', pt: 'Pago', el: 'Πληρώθηκαν', ru: 'Оплачено' },
  'deal.field.balance': { en: 'Left to pay', es: 'Falta por pagar', pt: 'Falta pagar', el: 'Υπόλοιπο', ru: 'Осталось оплатить' },
  'deal.field.currency': { en: 'Currency', es: 'Moneda', pt: 'Moeda', el: 'Νόμισμα', ru: 'Валюта' },
  'deal.field.probability': {
    en: 'Probability, %',
    es: 'Probabilidad, %',
    pt: 'Probabilidade, %',
    el: 'Πιθανότητα, %',
    ru: 'Вероятность, %',
  },
  'deal.field.sizes': {
    en: 'Lines measured',
    es: 'Líneas medidas',
    pt: 'Linhas medidas',
    el: 'Γραμμές με μέτρα',
    ru: 'Измерено строк',
  },
  'deal.field.lines': { en: 'Lines', es: 'Líneas', pt: 'Linhas', el: 'Γραμμές', ru: 'Строк' },
  'deal.field.nextTaskAt': {
    en: 'Next task',
    es: 'Próxima tarea',
    pt: 'Próxima tarefa',
    el: 'Επόμενη εργασία',
    ru: 'Следующая задача',
  },
  'deal.field.stageSince': {
    en: 'In this stage since',
    es: 'En esta etapa desde',
    pt: 'Nesta etapa desde',
    el: 'Σε αυτό το στάδιο από',
    ru: 'На этом этапе с',
  },
  'deal.field.lostReasonId': {
    en: 'Why it was lost',
    es: 'Motivo de pérdida',
    pt: 'Motivo da perda',
    el: 'Λόγος απώλειας',
    ru: 'Причина отказа',
  },
  'deal.field.updatedAt': {
    en: 'Last changed',
    es: 'Último cambio',
    pt: 'Última alteração',
    el: 'Τελευταία αλλαγή',
    ru: 'Последнее изменение',
  },
  'task.status.open': { en: 'Open', es: 'Pendiente', pt: 'Por fazer', el: 'Ανοιχτή', ru: 'Открыта' },
  'task.status.done': { en: 'Done', es: 'Hecha', pt: 'Feita', el: 'Έγινε', ru: 'Сделана' },
  'task.status.cancelled': {
    en: 'No longer needed',
    es: 'Ya no hace falta',
    pt: 'Já não é precisa',
    el: 'Δεν χρειάζεται πια',
    ru: 'Больше не нужна',
  },
});
