import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { isPlainId } from '#office/merge/check-change.ts';
import { wantedKeys } from '#office/merge/held-record.ts';
import type { HeldRecord } from '#office/merge/held-record.ts';
import { plainParents } from '#office/merge/parents.ts';
import { isWithin } from '#office/merge/rights.ts';
import { readHeld } from '#office/merge/held-record.ts';
import type { Cursor } from '#office/serve/cursor.ts';
import { scopesOf } from '#office/serve/scope.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** What else a record names, besides those that bound its scope: it can't be shown without them. */
const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: { pipelineId: 'pipeline' },
  deal: { pipelineId: 'pipeline', stageId: 'stage', ownerId: 'user', lostReasonId: 'lost_reason' },
  deal_line: { productId: 'product' },
  price: { productId: 'product', priceListId: 'price_list' },
  document: { basedOn: 'document' },
  payment: { documentId: 'document', reversesId: 'payment' },
  automation_run: { automationId: 'automation' },
};

interface Opening {
  readonly branchId: string | null;
  readonly cursor: Cursor;
  /** The last seq that the page covers. */
  readonly end: number;
  readonly incarnation: string | null;
}

/**
 * The records which those of a page hang on, that the receiver hasn't got yet and would get only with a later page: a page never leaves
 * it with half of something.
 */
export async function readClosure(
  tx: OfficeTx,
  records: readonly HeldRecord[],
  opening: Opening,
): Promise<readonly HeldRecord[]> {
  const seen = new Set(records.map(({ state }) => keyOf(state)));
  const found: HeldRecord[] = [];
  for (let round = records; round.length > 0;) {
    const keys = new Map<string, RecordKey>();
    for (const { state } of round)
      for (const [type, id] of namedBy(state)) if (!seen.has(keyOf({ type, id }))) keys.set(keyOf({ type, id }), [type, id]);
    for (const key of keys.keys()) seen.add(key);
    const held = await readHeld(tx, await stillToCome(tx, [...keys.values()], opening));
    round = [...held.values()].filter(({ origin }) => origin === null || origin !== opening.incarnation);
    found.push(...round);
  }
  return found;
}

function namedBy(state: RecordState): readonly RecordKey[] {
  const others = Object.entries(named[state.type] ?? {}).flatMap(([field, type]) => {
    const id = state.fields[field];
    return isPlainId(id) ? [[type, id] as const] : [];
  });
  return [...plainParents(state), ...others];
}

interface Row {
  readonly type: string;
  readonly id: string;
  readonly made: number;
  readonly entered: number;
  readonly scopes: string;
}

async function stillToCome(tx: OfficeTx, keys: readonly RecordKey[], { branchId, cursor, end }: Opening) {
  if (keys.length === 0) return [];
  const isOffices = branchId === null;
  const scopes = isOffices ? [] : scopesOf(branchId);
  const rows = await tx.all<Row>(
    isOffices
      ? `SELECT record.type, record.id, record.made, 0 AS entered, record.scopes FROM ${wantedKeys} CROSS JOIN record
         WHERE record.type = wanted.type AND record.id = wanted.id AND record.seq > ?`
      : `SELECT record.type, record.id, record.made, entry.entered, record.scopes FROM ${wantedKeys} CROSS JOIN entry CROSS JOIN record
         WHERE entry.type = wanted.type AND entry.id = wanted.id AND entry.scope IN (${scopes.map(() => '?').join(', ')})
           AND entry.is_leave = 0 AND entry.seq > ? AND record.type = wanted.type AND record.id = wanted.id`,
    JSON.stringify(keys),
    ...scopes,
    end,
  );
  const isNew = ({ made, entered }: Row) => cursor.isPartWay || Math.max(made, entered) > cursor.seq;
  const wanted = rows.filter((row) => isNew(row) && isWithin(row.scopes.split(','), branchId));
  return wanted.map(({ type, id }): RecordKey => [type, id]);
}
