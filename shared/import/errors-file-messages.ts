import { defineMessages } from '#shared/messages/define.ts';

/** Headers of the two columns that the file of rows not imported has at its end. */
export const errorsFileMessages = defineMessages({
  'import.errorsFile.reason': {
    en: 'Why it was not imported',
    es: 'Por qué no se importó',
    pt: 'Por que não foi importado',
    el: 'Γιατί δεν εισήχθη',
    ru: 'Почему не загружено',
  },
  'import.errorsFile.line': { en: 'Line', es: 'Línea', pt: 'Linha', el: 'Γραμμή', ru: 'Строка' },
});
