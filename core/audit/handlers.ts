import { auditCsv } from '#core/audit/audit-csv.ts';
import { noteExport } from '#core/audit/note-export.ts';
import { auditPeople, eachAudit, listAudit } from '#core/audit/queries.ts';
import { procedures } from '#core/procedure.ts';
import { readSettings } from '#core/settings/settings.ts';

const { audit } = procedures;

export const auditHandlers = {
  list: audit.list.handler(({ context: { core }, input }) => {
    const { db } = core.store;
    return { ...listAudit(db, input), people: auditPeople(db) };
  }),
  export: audit.export.handler(async ({ context: { core, actor }, input }) => {
    const { store } = core;
    const text = [...auditCsv(eachAudit(store.db, input), readSettings(store.db).language)].join('');
    await noteExport(store, { actor, of: 'audit', subject: 'audit.csv' });
    return new File([text], 'audit.csv', { type: 'text/csv' });
  }),
};
