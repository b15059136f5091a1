import { archivedAuditSchema } from '#core/export/archive-schemas.ts';
import type { ArchivedAudit } from '#core/export/archive-schemas.ts';
import type { Archive } from '#core/export/read-archive.ts';
import type { Act } from '#core/records/act.ts';

/** Brings the audit back as it was, where nothing is in it yet: entries can't be put between others, nor after what was done later. */
export async function restoreAudit({ tx }: Act, archive: Archive) {
  if (tx.read<[], unknown>('SELECT 1 FROM audit LIMIT 1').get() !== undefined) return;
  const columns = Object.keys(archivedAuditSchema.shape);
  const insert = tx.write(`INSERT INTO audit (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  for await (const lines of archive.records<ArchivedAudit>('audit.jsonl', archivedAuditSchema))
    for (const { row } of lines) insert.run(...columns.map((column) => row[column as keyof ArchivedAudit]));
}
