import { defineMessages } from '#shared/messages/define.ts';

export const paymentMessages = defineMessages({
  'payment.method.cash': { en: 'Cash', es: 'Efectivo', pt: 'Dinheiro', el: 'Μετρητά', ru: 'Наличные' },
  'payment.method.card': { en: 'Card', es: 'Tarjeta', pt: 'Cartão', el: 'Κάρτα', ru: 'Карта' },
  'payment.method.transfer': {
    en: 'Bank transfer',
    es: 'Transferencia',
    pt: 'Transferência',
    el: 'Τραπεζική μεταφορά',
    ru: 'Банковский перевод',
  },
  'payment.method.online': { en: 'Online', es: 'En línea', pt: 'Online', el: 'Διαδικτυακά', ru: 'Онлайн' },
  'payment.method.other': { en: 'Other', es: 'Otro', pt: 'Outro', el: 'Άλλο', ru: 'Другое' },
});
