import { defineMessages } from '#shared/messages/define.ts';

/** Whose a client is: moving to another branch, and sharing with others. */
export const placeMessages = defineMessages({
  'sync.move': {
    en: 'Move to another branch…',
    es: 'Pasar a otra sucursal…',
    pt: 'Passar para outra filial…',
    el: 'Μεταφορά σε άλλο υποκατάστημα…',
    ru: 'Передать другому филиалу…',
  },
  'sync.move.short': { en: 'Branch', es: 'Sucursal', pt: 'Filial', el: 'Υποκατάστημα', ru: 'Филиал' },
  'sync.move.title': {
    en: 'Move to another branch',
    es: 'Pasar a otra sucursal',
    pt: 'Passar para outra filial',
    el: 'Μεταφορά σε άλλο υποκατάστημα',
    ru: 'Передать другому филиалу',
  },
  'sync.move.text': {
    en: '{count, plural, one {{name} goes there with deals, tasks, files and all that was said.} other {# clients go there with their deals, tasks, files and all that was said.}} The former branch keeps nothing of this, unless it sees the client cards of all branches.',
    es: '{count, plural, one {{name} pasa allí con sus ventas, tareas, archivos y todo lo hablado.} other {Pasan allí # clientes con sus ventas, tareas, archivos y todo lo hablado.}} La sucursal anterior no conserva nada de esto, salvo que vea las fichas de todas.',
    pt: '{count, plural, =1 {{name} passa para lá com negócios, tarefas, arquivos e tudo o que se falou.} other {Passam para lá # clientes com os seus negócios, tarefas, arquivos e tudo o que se falou.}} A filial anterior não fica com nada disto, a não ser que veja as fichas de todas.',
    el: '{count, plural, one {{name}: πηγαίνει εκεί με συμφωνίες, εργασίες, αρχεία και όλο το ιστορικό.} other {# πελάτες πηγαίνουν εκεί με συμφωνίες, εργασίες, αρχεία και όλο το ιστορικό.}} Το προηγούμενο υποκατάστημα δεν κρατά τίποτα από αυτά, εκτός αν βλέπει τις καρτέλες όλων.',
    ru: '{count, plural, one {{name}: туда перейдут сделки, задачи, файлы и вся история общения.} few {Туда перейдут # клиента со сделками, задачами, файлами и всей историей общения.} many {Туда перейдут # клиентов со сделками, задачами, файлами и всей историей общения.} other {Туда перейдут # клиента со сделками, задачами, файлами и всей историей общения.}} У прежнего филиала ничего не останется, если он не видит карточки всех филиалов.',
  },
  'sync.move.to': { en: 'To', es: 'A', pt: 'Para', el: 'Προς', ru: 'Куда' },
  'sync.move.go': { en: 'Move', es: 'Pasar', pt: 'Passar', el: 'Μεταφορά', ru: 'Передать' },
  'sync.move.done': {
    en: '{count, plural, one {# client moved to {branch}} other {# clients moved to {branch}}}',
    es: '{count, plural, one {# cliente pasado a {branch}} other {# clientes pasados a {branch}}}',
    pt: '{count, plural, =1 {# cliente passou para {branch}} other {# clientes passaram para {branch}}}',
    el: '{count, plural, one {# πελάτης μεταφέρθηκε: {branch}} other {# πελάτες μεταφέρθηκαν: {branch}}}',
    ru: '{count, plural, one {# клиент передан: {branch}} few {# клиента переданы: {branch}} many {# клиентов передано: {branch}} other {# клиента переданы: {branch}}}',
  },
  'sync.share': {
    en: 'Share with branches…',
    es: 'Compartir con sucursales…',
    pt: 'Partilhar com filiais…',
    el: 'Κοινή χρήση με υποκαταστήματα…',
    ru: 'Открыть другим филиалам…',
  },
  'sync.share.title': {
    en: 'Share this card with branches',
    es: 'Compartir esta ficha con sucursales',
    pt: 'Partilhar esta ficha com filiais',
    el: 'Κοινή χρήση της καρτέλας με υποκαταστήματα',
    ru: 'Открыть карточку другим филиалам',
  },
  'sync.share.text': {
    en: 'The branches ticked have this card too, besides its own. Their deals with this client stay each branch’s own.',
    es: 'Las sucursales marcadas también tienen esta ficha, además de la suya. Las ventas a este cliente siguen siendo de cada una.',
    pt: 'As filiais marcadas também têm esta ficha, além da sua. Os negócios com este cliente continuam a ser de cada uma.',
    el: 'Τα σημειωμένα υποκαταστήματα έχουν κι αυτά την καρτέλα, εκτός από το δικό της. Οι συμφωνίες μένουν του καθενός.',
    ru: 'Отмеченные филиалы тоже увидят эту карточку, кроме её собственного. Сделки с клиентом у каждого остаются свои.',
  },
  'sync.share.done': {
    en: '{count, plural, =0 {No other branch has this card now} one {# other branch has this card} other {# other branches have this card}}',
    es: '{count, plural, =0 {Ya no la tiene ninguna otra sucursal} one {La tiene # sucursal más} other {La tienen # sucursales más}}',
    pt: '{count, plural, =0 {Já nenhuma outra filial a tem} one {# outra filial tem esta ficha} other {# outras filiais têm esta ficha}}',
    el: '{count, plural, =0 {Κανένα άλλο υποκατάστημα δεν την έχει πια} one {# ακόμη υποκατάστημα έχει την καρτέλα} other {# ακόμη υποκαταστήματα έχουν την καρτέλα}}',
    ru: '{count, plural, =0 {Других филиалов у карточки больше нет} one {Карточку видит ещё # филиал} few {Карточку видят ещё # филиала} many {Карточку видят ещё # филиалов} other {Карточку видят ещё # филиала}}',
  },
});
