import { defineMessages } from '#shared/messages/define.ts';

/** What is said of documents on the screen, and the words in which their data is put together. */
export const documentInterfaceMessages = defineMessages({
  'document.unit.piece': { en: 'pcs', es: 'ud.', pt: 'un.', el: 'τεμ.', ru: 'шт.' },
  'document.unit.squareMetre': { en: 'm²', es: 'm²', pt: 'm²', el: 'τ.μ.', ru: 'м²' },
  'document.unit.metre': { en: 'm', es: 'm', pt: 'm', el: 'μ.', ru: 'м' },
  'document.unit.hour': { en: 'h', es: 'h', pt: 'h', el: 'ώρες', ru: 'ч' },
  'document.unit.kilogram': { en: 'kg', es: 'kg', pt: 'kg', el: 'κιλά', ru: 'кг' },
  'document.unit.litre': { en: 'l', es: 'l', pt: 'l', el: 'λίτρα', ru: 'л' },
  'document.unit.set': { en: 'set', es: 'juego', pt: 'conj.', el: 'σετ', ru: 'компл.' },
  'document.unit.service': { en: 'service', es: 'serv.', pt: 'serv.', el: 'υπηρεσία', ru: 'усл.' },
  'document.report.won': { en: 'Won', es: 'Ganada', pt: 'Ganha', el: 'Κερδήθηκε', ru: 'Успешно завершена' },
  'document.report.lost': { en: 'Lost', es: 'Perdida', pt: 'Perdida', el: 'Χάθηκε', ru: 'Потеряна' },
  'document.answer.yes': { en: 'yes', es: 'sí', pt: 'sim', el: 'ναι', ru: 'да' },
  'document.answer.no': { en: 'no', es: 'no', pt: 'não', el: 'όχι', ru: 'нет' },
});
