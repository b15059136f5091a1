import { defineMessages } from '#shared/messages/define.ts';

/** The recycle bin: what was deleted, and how to get it back. */
export const recycleBinMessages = defineMessages({
  'recycleBin.restore': { en: 'Restore', es: 'Recuperar', pt: 'Recuperar', el: 'Επαναφορά', ru: 'Восстановить' },
  'recycleBin.restoreOne': {
    en: 'Restore {name}',
    es: 'Recuperar: {name}',
    pt: 'Recuperar: {name}',
    el: 'Επαναφορά: {name}',
    ru: 'Восстановить: {name}',
  },
  'recycleBin.purge': {
    en: 'Delete for good',
    es: 'Eliminar para siempre',
    pt: 'Eliminar de vez',
    el: 'Οριστική διαγραφή',
    ru: 'Удалить навсегда',
  },
  'recycleBin.empty': {
    en: 'Empty the bin',
    es: 'Vaciar la papelera',
    pt: 'Esvaziar a reciclagem',
    el: 'Άδειασμα κάδου',
    ru: 'Очистить корзину',
  },
  'recycleBin.restored': {
    en: '{count, plural, one {# record is back} other {# records are back}} in your list.',
    es: '{count, plural, one {# ficha ha vuelto} other {# fichas han vuelto}} a tu lista.',
    pt: '{count, plural, =1 {# ficha voltou} other {# fichas voltaram}} à sua lista.',
    el: '{count, plural, one {# καρτέλα επέστρεψε} other {# καρτέλες επέστρεψαν}} στη λίστα σας.',
    ru: '{count, plural, one {# карточка снова} few {# карточки снова} many {# карточек снова} other {# карточки снова}} в вашем списке.',
  },
  'recycleBin.purged': {
    en: '{count, plural, one {# record was} other {# records were}} deleted for good.',
    es: '{count, plural, one {# ficha eliminada} other {# fichas eliminadas}} para siempre.',
    pt: '{count, plural, =1 {# ficha eliminada} other {# fichas eliminadas}} de vez.',
    el: '{count, plural, one {# καρτέλα διαγράφηκε} other {# καρτέλες διαγράφηκαν}} οριστικά.',
    ru: 'Навсегда {count, plural, one {удалена # карточка} few {удалены # карточки} many {удалено # карточек} other {удалено # карточки}}.',
  },
  'recycleBin.confirm.title': {
    en: 'Delete for good?',
    es: '¿Eliminar para siempre?',
    pt: 'Eliminar de vez?',
    el: 'Οριστική διαγραφή;',
    ru: 'Удалить навсегда?',
  },
  'recycleBin.confirm.text': {
    en: '{count, plural, one {# record leaves} other {# records leave}} the recycle bin, with notes and files. You will still be able to undo it on the “Recent changes” page.',
    es: '{count, plural, one {# ficha saldrá} other {# fichas saldrán}} de la papelera, con sus notas y archivos. Todavía podrás deshacerlo en «Cambios recientes».',
    pt: '{count, plural, =1 {# ficha sairá} other {# fichas sairão}} da reciclagem, com as suas notas e arquivos. Ainda poderá desfazer em «Alterações recentes».',
    el: '{count, plural, one {# καρτέλα θα φύγει} other {# καρτέλες θα φύγουν}} από τον κάδο, μαζί με σημειώσεις και αρχεία. Θα μπορείτε ακόμη να το αναιρέσετε στις «Πρόσφατες αλλαγές».',
    ru: 'Из корзины {count, plural, one {исчезнет # карточка} few {исчезнут # карточки} many {исчезнет # карточек} other {исчезнет # карточки}} вместе с заметками и файлами. Отменить это можно будет на странице «Последние изменения».',
  },
  'recycleBin.cancel': { en: 'Keep', es: 'Conservar', pt: 'Manter', el: 'Ακύρωση', ru: 'Оставить' },
  'recycleBin.nothing.title': {
    en: 'The recycle bin is empty',
    es: 'La papelera está vacía',
    pt: 'A reciclagem está vazia',
    el: 'Ο κάδος είναι άδειος',
    ru: 'Корзина пуста',
  },
  'recycleBin.nothing.text': {
    en: 'Whoever you delete waits here, and can be brought back with everything.',
    es: 'Lo que elimines te espera aquí y se puede recuperar entero.',
    pt: 'O que eliminar fica aqui à espera e pode ser recuperado por inteiro.',
    el: 'Ό,τι διαγράφετε περιμένει εδώ και μπορεί να επανέλθει ολόκληρο.',
    ru: 'Всё удалённое хранится здесь, и его можно вернуть целиком.',
  },
  'recycleBin.toList': { en: 'To the list', es: 'Ir a la lista', pt: 'Ir para a lista', el: 'Στη λίστα', ru: 'К списку' },
});
