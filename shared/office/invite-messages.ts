import { defineMessages } from '#shared/messages/define.ts';

/** How a computer is asked to join, on head office's own page. */
export const officeInviteMessages = defineMessages({
  'office.invite.title': {
    en: 'Let a computer join',
    es: 'Conectar un equipo',
    pt: 'Juntar um computador',
    el: 'Σύνδεση υπολογιστή',
    ru: 'Подключить компьютер',
  },
  'office.invite.name': {
    en: 'Name of the computer',
    es: 'Nombre del equipo',
    pt: 'Nome do computador',
    el: 'Όνομα του υπολογιστή',
    ru: 'Название компьютера',
  },
  'office.invite.brings': { en: 'It comes', es: 'Viene', pt: 'Vem', el: 'Έρχεται', ru: 'Он приходит' },
  'office.invite.brings.nothing': {
    en: 'empty',
    es: 'vacío',
    pt: 'vazio',
    el: 'άδειος',
    ru: 'пустым',
  },
  'office.invite.brings.data': {
    en: 'with clients of its own',
    es: 'con sus propios clientes',
    pt: 'com os seus próprios clientes',
    el: 'με δικούς του πελάτες',
    ru: 'со своими клиентами',
  },
  'office.invite.valid': { en: 'Valid for', es: 'Vale', pt: 'Válido por', el: 'Ισχύει για', ru: 'Действует' },
  'office.invite.make': {
    en: 'Make a code',
    es: 'Crear un código',
    pt: 'Criar um código',
    el: 'Δημιουργία κωδικού',
    ru: 'Создать код',
  },
  'office.invite.code.title': {
    en: 'Code for {name}',
    es: 'Código para {name}',
    pt: 'Código para {name}',
    el: 'Κωδικός για {name}',
    ru: 'Код для {name}',
  },
  'office.invite.code.text': {
    en: 'Type it in Cartera on the new computer, under “Connect to head office”, or paste the address below. It works once, until {until}, and is shown only now.',
    es: 'Escríbelo en Cartera en el equipo nuevo, en «Conectar con la central», o pega la dirección de abajo. Sirve una sola vez, hasta el {until}, y solo se muestra ahora.',
    pt: 'Escreva-o no Cartera no computador novo, em «Ligar à sede», ou cole o endereço abaixo. Serve uma só vez, até {until}, e só é mostrado agora.',
    el: 'Πληκτρολογήστε τον στο Cartera στον νέο υπολογιστή, στο «Σύνδεση με το κεντρικό», ή επικολλήστε την παρακάτω διεύθυνση. Ισχύει μία φορά, έως {until}, και εμφανίζεται μόνο τώρα.',
    ru: 'Введите его в Cartera на новом компьютере, в разделе «Подключить к головному офису», или вставьте адрес ниже. Код действует один раз, до {until}, и показан только сейчас.',
  },
  'office.invite.qr': {
    en: 'The same as a picture for a camera',
    es: 'Lo mismo como imagen para la cámara',
    pt: 'O mesmo como imagem para a câmara',
    el: 'Το ίδιο ως εικόνα για κάμερα',
    ru: 'То же картинкой для камеры',
  },
  'office.invites': {
    en: 'Codes not used yet',
    es: 'Códigos sin usar',
    pt: 'Códigos por usar',
    el: 'Κωδικοί που δεν χρησιμοποιήθηκαν',
    ru: 'Неиспользованные коды',
  },
  'office.invites.until': { en: 'Valid until', es: 'Vale hasta', pt: 'Válido até', el: 'Ισχύει έως', ru: 'Действует до' },
  'office.invites.cancel': { en: 'Cancel', es: 'Anular', pt: 'Anular', el: 'Ακύρωση', ru: 'Отменить' },
});
