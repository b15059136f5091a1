import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { isThere, latestStamp } from '#shared/sync/record-state.ts';
import { lockCompany, saveCompany } from '#office/company/company.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import { applyChanges } from '#office/merge/apply-changes.ts';
import { readHeld } from '#office/merge/held-record.ts';
import { beginWork, officeItself } from '#office/merge/work.ts';

/** Fields of a record to be written; one that isn't there is made of them. */
export interface RecordWrite {
  readonly type: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Writing {
  readonly writes: readonly RecordWrite[];
  /** The name of whoever writes. */
  readonly by: string;
  /** UTC milliseconds. */
  readonly now: number;
}

/** Writes records in head office's own name; they reach the copies with their next page. */
export async function writeRecords(tx: OfficeTx, { writes, by, now }: Writing): Promise<void> {
  const company = await lockCompany(tx);
  const work = beginWork(tx, { company, writer: officeItself, now });
  const held = await readHeld(
    tx,
    writes.map(({ type, id }) => [type, id]),
  );
  const changes = writes.map(({ type, id, fields }, position): { position: number; change: RecordChange } => {
    const found = held.get(keyOf({ type, id }));
    const stamp = found ? work.nextStamp(latestStamp(found.state)) : work.nextStamp();
    const isNew = !found || !isThere(found.state);
    const stamps = isNew ? {} : Object.fromEntries(Object.keys(fields).map((field) => [field, stamp]));
    return { position, change: { type, id, base: isNew ? stamp : null, gone: null, stamps, fields, seen: {}, by } };
  });
  await applyChanges(work, changes);
  await saveCompany(tx, work.company());
}
