import { scopeRuleOf } from '#shared/sync/scope-rules.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import type { OfficeTx, Table } from '#office/store/office-store.ts';
import type { Draft } from '#office/merge/draft.ts';
import { plainParents } from '#office/merge/parents.ts';

const parentTable: Table = {
  name: 'record_parent',
  columns: { parent_type: 'text', parent_id: 'text', type: 'text', id: 'text' },
  key: ['parent_type', 'parent_id', 'type', 'id'],
  set: null,
};
const contentTable: Table = {
  name: 'record_content',
  columns: { hash: 'text', type: 'text', id: 'text' },
  key: ['hash', 'type', 'id'],
  set: null,
};

const sha256 = /^[0-9a-f]{64}$/;

/** Keeps which records hang on which, and which files they name. */
export async function writeTies(tx: OfficeTx, drafts: readonly Draft[]): Promise<void> {
  await renew(tx, { table: parentTable, drafts, tiesOf: parentKeys });
  await renew(tx, { table: contentTable, drafts, tiesOf: contentKeys });
}

interface Renewal {
  readonly table: Table;
  readonly drafts: readonly Draft[];
  readonly tiesOf: (state: RecordState) => readonly (readonly string[])[];
}

async function renew(tx: OfficeTx, { table, drafts, tiesOf }: Renewal) {
  const added: string[][] = [];
  const removed: string[][] = [];
  for (const { before, state } of drafts) {
    if (before?.state === state) continue;
    const own = [state.type, state.id];
    const earlier = new Map((before ? tiesOf(before.state) : []).map((tie) => [tie.join(), tie]));
    for (const tie of tiesOf(state)) if (!earlier.delete(tie.join())) added.push([...tie, ...own]);
    for (const tie of earlier.values()) removed.push([...tie, ...own]);
  }
  await tx.upsert(table, added);
  if (removed.length > 0) await remove(tx, table, removed);
}

async function remove(tx: OfficeTx, { name, key }: Table, rows: readonly (readonly string[])[]) {
  const values = key.map((_, index) => `value ->> ${index}`);
  await tx.run(
    `DELETE FROM ${name} WHERE (${key.join(', ')}) IN (SELECT ${values.join(', ')} FROM json_each(?))`,
    JSON.stringify(rows),
  );
}

function parentKeys(state: RecordState): readonly (readonly string[])[] {
  return [...new Map(plainParents(state).map((key) => [key.join(), key])).values()];
}

/** SHA-256 of the files that a record names. */
function contentKeys({ type, fields }: RecordState): readonly (readonly string[])[] {
  const hashes = (scopeRuleOf(type)?.content ?? []).map((field) => fields[field]);
  return [...new Set(hashes)].flatMap((hash) => (typeof hash === 'string' && sha256.test(hash) ? [[hash]] : []));
}
