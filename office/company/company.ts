import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { initialScopePolicy } from '#shared/sync/scope-rules.ts';
import type { ScopePolicy } from '#shared/sync/scope-rules.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** What there is one of. */
export interface Company {
  readonly id: string;
  /** Which life of head office's data this is. */
  readonly epoch: string;
  /** What happened last. */
  readonly seq: number;
  readonly policy: ScopePolicy;
  /** The end of the stamps that head office itself makes, and the last of them. */
  readonly clockPart: string;
  readonly lastStamp: string;
  /** Milliseconds of the earliest and the latest stamp that was ever set back; null when none was. */
  readonly restamped: { readonly from: number; readonly until: number } | null;
  /** The lowest protocol that may still write. */
  readonly minimumProtocol: number;
}

interface Row {
  readonly id: string;
  readonly epoch: string;
  readonly seq: number;
  readonly policy: string;
  readonly clock_part: string;
  readonly last_stamp: string;
  readonly restamped_from: number | null;
  readonly restamped_until: number | null;
  readonly minimum_protocol: number;
}

/** Makes the company where there is none yet. Only under the lock of the migrations. */
export async function foundCompany(tx: OfficeTx, now: number): Promise<void> {
  const [found] = await tx.all('SELECT id FROM company');
  if (found) return;
  const epoch = v7();
  await tx.run('INSERT INTO epoch (id, began_at, seq, device_id) VALUES (?, ?, 0, NULL)', epoch, now);
  await tx.run(
    `INSERT INTO company (id, epoch, seq, policy, clock_part, last_stamp, restamped_from, restamped_until, minimum_protocol, created_at)
     VALUES (?, ?, 0, ?, ?, '', NULL, NULL, 1, ?)`,
    v7(),
    epoch,
    JSON.stringify(initialScopePolicy),
    newClockPart(),
    now,
  );
}

/** Five bytes in base 36: as long as the end of a stamp may be. */
function newClockPart(): string {
  return Number.parseInt(randomBytes(5).toString('hex'), 16).toString(36).padStart(8, '0').slice(-8);
}

export async function readCompany(tx: OfficeTx): Promise<Company> {
  return toCompany(await tx.all<Row>('SELECT * FROM company'));
}

/** Reads it so that nobody else can write what has a seq until this transaction ends: commits are in the order of seqs. */
export async function lockCompany(tx: OfficeTx): Promise<Company> {
  return toCompany(await tx.all<Row>('UPDATE company SET seq = seq RETURNING *'));
}

/** Keeps what changed. Only for who has it locked. */
export async function saveCompany(tx: OfficeTx, { epoch, seq, policy, lastStamp, restamped }: Company): Promise<void> {
  await tx.run(
    'UPDATE company SET epoch = ?, seq = ?, policy = ?, last_stamp = ?, restamped_from = ?, restamped_until = ?',
    epoch,
    seq,
    JSON.stringify(policy),
    lastStamp,
    restamped?.from ?? null,
    restamped?.until ?? null,
  );
}

function toCompany([row]: readonly Row[]): Company {
  if (!row) throw new Error('there is no company');
  const { restamped_from: from, restamped_until: until } = row;
  return {
    id: row.id,
    epoch: row.epoch,
    seq: row.seq,
    policy: JSON.parse(row.policy) as ScopePolicy,
    clockPart: row.clock_part,
    lastStamp: row.last_stamp,
    restamped: from === null || until === null ? null : { from, until },
    minimumProtocol: row.minimum_protocol,
  };
}
