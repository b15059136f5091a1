import { defineMessages } from '#shared/messages/define.ts';

export const commandLineBranchMessages = defineMessages({
  'commandLine.about.branches': {
    en: 'List the branches, and at head office when each was heard last and how much waited there.',
    es: 'Muestra las sucursales y, en la central, cuándo se supo de cada una y cuánto le quedaba por enviar.',
    pt: 'Mostra as filiais e, na sede, quando se soube de cada uma e quanto lhe faltava enviar.',
    el: 'Δείχνει τα υποκαταστήματα και, στο κεντρικό, πότε είχαμε νέα από το καθένα και πόσα περίμεναν εκεί.',
    ru: 'Показать филиалы, а в головном офисе ещё и когда от каждого были данные и сколько там ждало отправки.',
  },
  'commandLine.branches.none': {
    en: 'There are no branches.',
    es: 'No hay sucursales.',
    pt: 'Não há filiais.',
    el: 'Δεν υπάρχουν υποκαταστήματα.',
    ru: 'Филиалов нет.',
  },
  'commandLine.about.conflicts': {
    en: 'List what was written in two places at once, or settle it: as it stands (--keep) or with the other value (--take).',
    es: 'Muestra lo que se escribió a la vez en dos sitios, o lo resuelve: como está (--keep) o con el otro valor (--take).',
    pt: 'Mostra o que foi escrito em dois sítios ao mesmo tempo, ou resolve: como está (--keep) ou com o outro valor (--take).',
    el: 'Δείχνει ό,τι γράφτηκε σε δύο μέρη ταυτόχρονα, ή το διευθετεί: όπως είναι (--keep) ή με την άλλη τιμή (--take).',
    ru: 'Показать записанное сразу в двух местах или решить: оставить как есть (--keep) либо взять другое значение (--take).',
  },
  'commandLine.conflicts.open': {
    en: 'Open conflicts: {count}',
    es: 'Conflictos abiertos: {count}',
    pt: 'Conflitos abertos: {count}',
    el: 'Ανοιχτές διαφωνίες: {count}',
    ru: 'Открытых расхождений: {count}',
  },
  'commandLine.conflicts.settled': {
    en: 'Settled: {resolved}. Not possible: {failed}.',
    es: 'Resueltos: {resolved}. No se pudo: {failed}.',
    pt: 'Resolvidos: {resolved}. Não foi possível: {failed}.',
    el: 'Διευθετήθηκαν: {resolved}. Δεν έγινε: {failed}.',
    ru: 'Решено: {resolved}. Не удалось: {failed}.',
  },
});
