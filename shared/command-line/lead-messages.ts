import { defineMessages } from '#shared/messages/define.ts';

/** Requests on the command line, and calling anything there. */
export const commandLineLeadMessages = defineMessages({
  'commandLine.about.lead': {
    en: 'Takes a request in: finds its client by phone or email, or adds a card. Sent again with the same id, it stays one.',
    es: 'Registra una solicitud: busca al cliente por teléfono o correo, o crea su ficha. Enviada otra vez con el mismo id, sigue siendo una.',
    pt: 'Regista um pedido: encontra o cliente por telefone ou e-mail, ou cria a ficha. Enviado de novo com o mesmo id, continua a ser um só.',
    el: 'Καταχωρίζει ένα αίτημα: βρίσκει τον πελάτη από τηλέφωνο ή email ή φτιάχνει καρτέλα. Αν σταλεί ξανά με το ίδιο id, μένει ένα.',
    ru: 'Принимает заявку: находит клиента по телефону или почте либо заводит карточку. Повтор с тем же номером останется одной заявкой.',
  },
  'commandLine.about.leads': {
    en: 'Takes in a file of requests (Excel, LibreOffice, text, contacts, JSON, a saved mail). The same file twice brings nothing new.',
    es: 'Registra un archivo de solicitudes (Excel, LibreOffice, texto, contactos, JSON, un correo guardado). El mismo archivo otra vez no añade nada.',
    pt: 'Regista um arquivo de pedidos (Excel, LibreOffice, texto, contactos, JSON, um e-mail guardado). O mesmo arquivo outra vez não acrescenta nada.',
    el: 'Καταχωρίζει ένα αρχείο αιτημάτων (Excel, LibreOffice, κείμενο, επαφές, JSON, αποθηκευμένο email). Το ίδιο αρχείο ξανά δεν προσθέτει τίποτα.',
    ru: 'Принимает файл с заявками (Excel, LibreOffice, текст, контакты, JSON, сохранённое письмо). Тот же файл второй раз ничего не добавит.',
  },
  'commandLine.about.api': {
    en: 'Does anything that other programs can ask for, by its name in the REST API; without a name, lists all of it.',
    es: 'Hace todo lo que otros programas pueden pedir, por su nombre en la API REST; sin nombre, lo muestra todo.',
    pt: 'Faz tudo o que outros programas podem pedir, pelo nome na API REST; sem nome, mostra a lista toda.',
    el: 'Κάνει ό,τι μπορούν να ζητήσουν άλλα προγράμματα, με το όνομά του στο REST API· χωρίς όνομα, τα δείχνει όλα.',
    ru: 'Делает всё, о чём могут попросить другие программы, по имени в REST API; без имени показывает весь список.',
  },
  'commandLine.lead.created': {
    en: 'Taken in, from {client} ({id}).',
    es: 'Registrada, de {client} ({id}).',
    pt: 'Registado, de {client} ({id}).',
    el: 'Καταχωρίστηκε, από: {client} ({id}).',
    ru: 'Заявка принята, клиент: {client} ({id}).',
  },
  'commandLine.lead.known': {
    en: 'It was there already, from {client} ({id}).',
    es: 'Ya estaba, de {client} ({id}).',
    pt: 'Já lá estava, de {client} ({id}).',
    el: 'Υπήρχε ήδη, από: {client} ({id}).',
    ru: 'Такая заявка уже есть, клиент: {client} ({id}).',
  },
  'commandLine.leads.done': {
    en: 'New requests: {created}. There already: {known}. Left out: {problems}.',
    es: 'Solicitudes nuevas: {created}. Ya estaban: {known}. Quedaron fuera: {problems}.',
    pt: 'Pedidos novos: {created}. Já lá estavam: {known}. Ficaram de fora: {problems}.',
    el: 'Νέα αιτήματα: {created}. Υπήρχαν ήδη: {known}. Έμειναν έξω: {problems}.',
    ru: 'Новых заявок: {created}. Уже были: {known}. Пропущено: {problems}.',
  },
  'commandLine.leads.left': {
    en: 'Nothing tells who asks in rows {rows}.',
    es: 'Nada dice quién pregunta en las filas {rows}.',
    pt: 'Nada diz quem pergunta nas linhas {rows}.',
    el: 'Δεν φαίνεται ποιος ρωτά στις γραμμές {rows}.',
    ru: 'Непонятно, от кого заявка, в строках {rows}.',
  },
  'commandLine.error.refused': {
    en: 'It was refused: {code} {data}',
    es: 'Se ha rechazado: {code} {data}',
    pt: 'Foi recusado: {code} {data}',
    el: 'Δεν έγινε δεκτό: {code} {data}',
    ru: 'Отказано: {code} {data}',
  },
});
