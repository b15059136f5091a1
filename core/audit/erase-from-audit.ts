import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';

interface Forgetting {
  readonly ids: readonly string[];
  /** What they were called. */
  readonly names: readonly string[];
}

const about = `erased_by IS NULL AND kind <> 'erase'
  AND (record_id IN (SELECT value FROM json_each(?)) OR (subject <> '' AND subject IN (SELECT value FROM json_each(?))))`;

/**
 * Takes from the audit the words about records that were erased; that something was done stays, and who did it.
 * @param erasedBy the number of the entry that says that they were erased
 */
export function eraseFromAudit(tx: WriteTx, { ids, names }: Forgetting, erasedBy: number) {
  tx.write(`UPDATE audit SET subject = '', details = '{}', salt = '', erased_by = ? WHERE ${about}`).run(
    erasedBy,
    JSON.stringify(ids),
    JSON.stringify(names),
  );
}

/** The same for records that are to be forgotten here because another copy said so. */
export function forgetInAudit(
  tx: WriteTx,
  forgotten: Forgetting,
  { at, actor }: { readonly at: number; readonly actor: { readonly userId: string; readonly name: string } },
) {
  const isNamed = tx.readColumn<[string, string], number>(`SELECT 1 FROM audit WHERE ${about} LIMIT 1`);
  if (isNamed.get(JSON.stringify(forgotten.ids), JSON.stringify(forgotten.names)) === undefined) return;
  const details = { came: true, records: forgotten.ids.length };
  eraseFromAudit(tx, forgotten, noteAudit(tx, { at, actor, kind: 'erase', subject: '', details }));
}
