import { noteExport } from '#core/audit/note-export.ts';
import { compileWhere, refusalOf } from '#core/filter/compile-where.ts';
import { exportList } from '#core/party/export-list.ts';
import { narrowedToExport } from '#core/people/narrow.ts';
import { coreSeenBy } from '#core/people/viewer/viewers.ts';
import { procedures } from '#core/procedure.ts';

export const exportHandler = procedures.party.exportList.handler(async ({ context, input: { where, ...list }, errors }) => {
  const actor = narrowedToExport(context.actor);
  const core = coreSeenBy(context.core, actor);
  const compiled = where && compileWhere(where, { store: core.store, actor, entity: 'party' });
  if (compiled?.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
  const { lines, count } = await exportList(core, { ...list, where: compiled });
  const name = `cartera-${new Date(core.store.now()).toISOString().slice(0, 10)}.csv`;
  await noteExport(core.store, { actor, of: 'list', subject: name, count });
  return new File([lines.join('\r\n')], name, { type: 'text/csv' });
});
