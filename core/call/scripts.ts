import { callScriptRecord } from '#core/call/call-script.ts';
import type { CallScriptRow } from '#core/call/call-script.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, decodeRow, readRecord } from '#core/records/write.ts';
import type { CallScript } from '#shared/call/contract.ts';

export type CallScriptInput = {
  readonly [Field in Exclude<keyof CallScript, 'id' | 'position'>]?: CallScript[Field] | undefined;
};
/** `id` from deterministicId, for one that comes with the program. */
export type NewCallScript = CallScriptInput & Pick<CallScript, 'name'> & { readonly id?: string };

/** Scripts in use, in order. */
export function readCallScripts(db: ReadDb): CallScript[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM call_script WHERE archived_at IS NULL ORDER BY position, id')
    .all()
    .map((values) => toScript(decodeRow(callScriptRecord, values)));
}

/** A script in use. */
export function findCallScript(db: ReadDb, id: string): CallScript | undefined {
  const row = readRecord(db, callScriptRecord, id)?.row;
  return row && row.archivedAt === null ? toScript(row) : undefined;
}

/** Adds a script after all others. */
export function createCallScript(
  act: Act,
  { id = newId(), name, purpose = '', steps = [], answers = [] }: NewCallScript,
): CallScript {
  const position = (act.tx.readColumn<[], number | null>('SELECT max(position) FROM call_script').get() ?? -1) + 1;
  return toScript(createRecord(act, callScriptRecord, { id, name, purpose, steps, answers, position, archivedAt: null }));
}

/** Changes the fields given. @returns the script, or undefined where none is in use */
export function changeCallScript(act: Act, id: string, input: CallScriptInput): CallScript | undefined {
  if (!findCallScript(act.tx, id)) return undefined;
  const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const row = changeRecord(act, callScriptRecord, { id, changes });
  return row && toScript(row);
}

/** Takes a script out of use. @returns whether it was in use */
export function archiveCallScript(act: Act, id: string): boolean {
  if (!findCallScript(act.tx, id)) return false;
  changeRecord(act, callScriptRecord, { id, changes: { archivedAt: act.at } });
  return true;
}

function toScript({ archivedAt: _archivedAt, ...script }: CallScriptRow): CallScript {
  return script;
}
