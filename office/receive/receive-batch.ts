import { unpack } from '#shared/sync/pack.ts';
import type { Batch } from '#shared/sync/protocol.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { charactersOf } from '#shared/sync/weight.ts';
import { chainHash } from '#wire/hash.ts';
import { lockCompany, saveCompany } from '#office/company/company.ts';
import type { Company } from '#office/company/company.ts';
import { applyChanges } from '#office/merge/apply-changes.ts';
import { checkChange, largestChange } from '#office/merge/check-change.ts';
import { withoutErased } from '#office/merge/erasures.ts';
import type { Positioned } from '#office/merge/merge-changes.ts';
import { setBack } from '#office/merge/restamp.ts';
import type { Restamped } from '#office/merge/restamp.ts';
import { beginWork } from '#office/merge/work.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import { noteTaken, placeInLine } from '#office/receive/batch-line.ts';
import type { PushAnswer } from '#office/receive/batch-line.ts';
import { setAside, settleQuarantine } from '#office/receive/quarantine.ts';
import type { Refused } from '#office/receive/quarantine.ts';
import type { Sender } from '#office/receive/sender.ts';

/** Where in a stamp the device begins that made it. */
const clockPartAt = 13;

export interface Receipt {
  readonly sender: Sender;
  readonly incarnation: string;
  readonly batch: Batch;
  /** Up to where the sender has what head office sent. */
  readonly cursor: number;
  /** UTC milliseconds. */
  readonly now: number;
}

/** The batch isn't what its hash says, or can't be read: the whole message is refused. */
export class MalformedBatch extends Error {
  override readonly name = 'MalformedBatch';
}

/**
 * Takes a batch, once: the same one again gets the same answer.
 * @throws {MalformedBatch}
 */
export async function receiveBatch(tx: OfficeTx, receipt: Receipt): Promise<PushAnswer> {
  const { sender, incarnation, batch } = receipt;
  const company = await lockCompany(tx);
  const key = { deviceId: sender.id, incarnation };
  const answered = await placeInLine(tx, key, batch);
  if (answered) return answered;
  const answer = await take(tx, company, receipt);
  await noteTaken(tx, key, { batch, answer, now: receipt.now });
  return answer;
}

async function take(tx: OfficeTx, company: Company, receipt: Receipt): Promise<PushAnswer> {
  const { sender, incarnation, batch, cursor, now } = receipt;
  const all = readChanges(batch);
  const { good, bad } = sort(all);
  const arrival = { changes: good.map(({ change }) => change), company, floor: sender.lastStamp, now };
  const restamped = await setBack(tx, arrival);
  await noteStamp(tx, sender, restamped);
  const { branchId, brings } = sender;
  const writer = { branchId, incarnation, cursor, brings };
  const work = beginWork(tx, { company: restamped.company, writer, now });
  const changes = restamped.changes.map((change, index) => ({ position: good[index]?.position ?? 0, change }));
  const refusals = await applyChanges(work, changes);
  await saveCompany(tx, work.company());
  const refused = [...bad, ...refusals.flatMap((refusal) => withChange(refusal, all))];
  await putAside(tx, receipt, { refused, taken: arrival.changes });
  return {
    type: 'taken',
    counter: batch.counter,
    hash: batch.hash,
    refused: refused.map(({ position, code }) => ({ index: position, code })),
    restamped: restamped.pairs.map(([old, made]) => [old, made]),
  };
}

function readChanges({ previous, hash, changes }: Batch): readonly RecordChange[] {
  if (chainHash(previous, changes) !== hash) throw new MalformedBatch('its hash is another');
  try {
    return unpack(changes);
  } catch (cause) {
    throw new MalformedBatch('its columns are uneven', { cause });
  }
}

function sort(changes: readonly RecordChange[]): { readonly good: readonly Positioned[]; readonly bad: readonly Refused[] } {
  const good: Positioned[] = [];
  const bad: Refused[] = [];
  changes.forEach((given, position) => {
    const checked = checkChange(given);
    if (checked.type === 'bad') bad.push({ position, code: checked.code, change: given });
    else if (charactersOf(checked.change.fields) > largestChange)
      bad.push({ position, code: 'tooLarge', change: { ...given, fields: {} } });
    else good.push({ position, change: checked.change });
  });
  return { good, bad };
}

function withChange({ position, code }: Omit<Refused, 'change'>, changes: readonly RecordChange[]): readonly Refused[] {
  const change = changes[position];
  return change ? [{ position, code, change }] : [];
}

interface Sorted {
  readonly refused: readonly Refused[];
  readonly taken: readonly RecordChange[];
}

/** That a whole is needed is no fault: it will come. */
async function putAside(tx: OfficeTx, { sender, incarnation, batch, now }: Receipt, { refused, taken }: Sorted) {
  const origin = { deviceId: sender.id, branchId: sender.branchId, incarnation, counter: batch.counter, now };
  await settleQuarantine(tx, origin, taken);
  const faulty = await withoutErased(
    tx,
    refused.filter(({ code }) => code !== 'wholeNeeded'),
  );
  await setAside(tx, origin, faulty);
}

/** The end of its stamps tells of a clash from where each version is: noted before what came is merged. */
async function noteStamp(tx: OfficeTx, { id, lastStamp }: Sender, { latest }: Restamped) {
  if (latest === lastStamp) return;
  await tx.run('UPDATE device SET last_stamp = ?, clock_part = ? WHERE id = ?', latest, latest.slice(clockPartAt), id);
}
