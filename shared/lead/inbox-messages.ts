import { defineMessages } from '#shared/messages/define.ts';

export const leadInboxMessages = defineMessages({
  'lead.inbox.failed': {
    en: 'Cartera could not take this file in. Put it right, and put it back into the folder above.',
    es: 'Cartera no ha podido leer este archivo. Corrígelo y ponlo otra vez en la carpeta de arriba.',
    pt: 'O Cartera não conseguiu ler este arquivo. Corrija-o e ponha-o de novo na pasta de cima.',
    el: 'Το Cartera δεν μπόρεσε να διαβάσει αυτό το αρχείο. Διορθώστε το και βάλτε το ξανά στον παραπάνω φάκελο.',
    ru: 'Cartera не смогла прочитать этот файл. Исправьте его и положите снова в папку уровнем выше.',
  },
  'lead.inbox.rowsLeft': {
    en: 'These rows were left out: they have neither a name, nor a phone, nor an email. All others were taken in.',
    es: 'Estas filas se han quedado fuera: no tienen nombre, teléfono ni correo. Las demás están dentro.',
    pt: 'Estas linhas ficaram de fora: não têm nome, telefone nem e-mail. Todas as outras entraram.',
    el: 'Αυτές οι γραμμές έμειναν έξω: δεν έχουν ούτε όνομα, ούτε τηλέφωνο, ούτε email. Όλες οι άλλες καταχωρίστηκαν.',
    ru: 'Эти строки пропущены: в них нет ни имени, ни телефона, ни почты. Все остальные приняты.',
  },
});
