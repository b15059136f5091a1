import { defineMessages } from '#shared/messages/define.ts';

export const contactMessages = defineMessages({
  'contact.unnamed': { en: 'No name', es: 'Sin nombre', pt: 'Sem nome', el: 'Χωρίς όνομα', ru: 'Без имени' },
  'contact.notFound': {
    en: 'There is no such contact',
    es: 'Este contacto no existe',
    pt: 'Este contacto não existe',
    el: 'Δεν υπάρχει τέτοια επαφή',
    ru: 'Такого контакта нет',
  },
});
