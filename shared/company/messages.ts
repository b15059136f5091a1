import { defineMessages } from '#shared/messages/define.ts';

export const companyMessages = defineMessages({
  'company.unnamed': { en: 'No name', es: 'Sin nombre', pt: 'Sem nome', el: 'Χωρίς όνομα', ru: 'Без названия' },
  'company.notFound': {
    en: 'There is no such company',
    es: 'Esta empresa no existe',
    pt: 'Esta empresa não existe',
    el: 'Δεν υπάρχει τέτοια εταιρεία',
    ru: 'Такой компании нет',
  },
});
