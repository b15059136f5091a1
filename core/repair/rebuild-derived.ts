import type { WriteTx } from '#core/database/connection.ts';
import { indexDeal } from '#core/deal/deal-index.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { indexParty } from '#core/party/party-index.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Act } from '#core/records/act.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { changeRecord, decodeRow } from '#core/records/write.ts';
import { recountDigests } from '#core/sync/digests.ts';
import { taskRecord } from '#core/task/task.ts';

type Row = Readonly<Record<string, unknown>>;

/** Works out again all that is kept of records besides them: what they are found by, sums, next tasks. */
export function rebuildDerived(act: Act) {
  const { tx } = act;
  for (const row of rowsOf(tx, 'party'))
    indexParty({ act, seq: Number(row['seq']), before: null, after: decodeRow(partyRecord, row) });
  for (const row of rowsOf(tx, 'deal')) {
    const deal = decodeRow(dealRecord, row);
    indexDeal({ act, seq: Number(row['seq']), before: null, after: deal });
  }
  for (const id of idsOf(tx, 'task')) changeRecord(act, taskRecord, { id, changes: {} });
  for (const id of idsOf(tx, 'deal')) changeRecord(act, dealRecord, { id, changes: {} });
}

/** What counts what the database has, once nothing is written to it any more. */
export function recountKept(tx: WriteTx) {
  tx.write('UPDATE act SET records = (SELECT count(*) FROM history WHERE act_seq = act.seq)').run();
  if (readOwnBranch(tx)) recountDigests(tx);
}

function* rowsOf(tx: WriteTx, table: string): Generator<Row> {
  const page = tx.read<[number], Row>(`SELECT * FROM ${table} WHERE seq > ? ORDER BY seq LIMIT 1000`);
  for (let rows = page.all(Number.MIN_SAFE_INTEGER); rows.length > 0; rows = page.all(Number(rows.at(-1)?.['seq']))) yield* rows;
}

function idsOf(tx: WriteTx, table: string): readonly string[] {
  return tx.readColumn<[], string>(`SELECT id FROM ${table}`).all();
}
