import { defineMessages } from '#shared/messages/define.ts';

/** Words of the fields in which a day or a moment is typed. */
export const dateMessages = defineMessages({
  'date.unreadable': {
    en: 'Type a date, for example {example}',
    es: 'Escribe una fecha, por ejemplo {example}',
    pt: 'Escreva uma data, por exemplo {example}',
    el: 'Γράψτε μια ημερομηνία, για παράδειγμα {example}',
    ru: 'Введите дату, например {example}',
  },
  'date.unreadable.moment': {
    en: 'Type a day and a time, for example {example}',
    es: 'Escribe un día y una hora, por ejemplo {example}',
    pt: 'Escreva um dia e uma hora, por exemplo {example}',
    el: 'Γράψτε μια ημέρα και μια ώρα, για παράδειγμα {example}',
    ru: 'Введите день и время, например {example}',
  },
  'date.pick': {
    en: 'Choose in a calendar',
    es: 'Elegir en el calendario',
    pt: 'Escolher no calendário',
    el: 'Επιλογή από ημερολόγιο',
    ru: 'Выбрать в календаре',
  },
});
