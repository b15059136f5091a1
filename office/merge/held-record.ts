import { bucketOf } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import type { OfficeTx, Table, Value } from '#office/store/office-store.ts';

/** A record as head office keeps it. */
export interface HeldRecord {
  readonly state: RecordState;
  /** When its content was last changed. */
  readonly seq: number;
  /** Since when it is to be sent as a whole. */
  readonly made: number;
  /** When fields were written since. */
  readonly seqs: Readonly<Record<string, number>>;
  readonly home: string;
  /** Who has it, in order. One that was removed stays where it was. */
  readonly scopes: readonly string[];
  /** The line of batches that knows all of it, because it wrote last. */
  readonly origin: string | null;
  /** The branch that first told of it; null is head office. */
  readonly sender: string | null;
  readonly digest: Digest;
  /** About how long it is as JSON. */
  readonly bytes: number;
}

/** A record to be written: how long it is comes out then. */
export type NewRecord = Omit<HeldRecord, 'bytes'>;

interface Row {
  readonly type: string;
  readonly id: string;
  readonly seq: number;
  readonly made: number;
  readonly high: number;
  readonly low: number;
  readonly base: string;
  readonly gone: string | null;
  readonly home: string;
  readonly scopes: string;
  readonly origin: string | null;
  readonly sender: string | null;
  readonly bytes: number;
  readonly stamps: string;
  readonly seqs: string;
  readonly authors: string;
  readonly fields: string;
}

/** Makes rows of (type, id) out of a list of keys given as JSON. */
export const wantedKeys = '(SELECT value ->> 0 AS type, value ->> 1 AS id FROM json_each(?)) AS wanted';

/** Reads records at once, by `keyOf`; those that aren't there are missing. */
export async function readHeld(tx: OfficeTx, keys: readonly RecordKey[]): Promise<Map<string, HeldRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.all<Row>(
    `SELECT record.* FROM ${wantedKeys} CROSS JOIN record WHERE record.type = wanted.type AND record.id = wanted.id`,
    JSON.stringify(keys),
  );
  return new Map(rows.map((row) => [keyOf(row), toHeld(row)]));
}

function toHeld(row: Row): HeldRecord {
  const { type, id, base, gone, seq, made, home, origin, sender, high, low, bytes } = row;
  const state: RecordState = {
    type,
    id,
    base,
    gone,
    stamps: parse(row.stamps),
    fields: parse(row.fields),
    authors: parse(row.authors),
  };
  const seqs = parse<Record<string, number>>(row.seqs);
  return { state, seq, made, seqs, home, scopes: parseScopes(row.scopes), origin, sender, digest: { high, low }, bytes };
}

function parse<Parsed extends object>(json: string): Parsed {
  return (json === '{}' ? {} : JSON.parse(json)) as Parsed;
}

function print(value: object): string {
  for (const _key in value) return JSON.stringify(value);
  return '{}';
}

/** Scopes are ids, so that a comma parts them. */
export function parseScopes(text: string): readonly string[] {
  return text.split(',');
}

const recordTable: Table = {
  name: 'record',
  columns: {
    type: 'text',
    id: 'text',
    seq: 'number',
    made: 'number',
    bucket: 'number',
    high: 'number',
    low: 'number',
    base: 'text',
    gone: 'text',
    home: 'text',
    scopes: 'text',
    origin: 'text',
    sender: 'text',
    bytes: 'number',
    stamps: 'text',
    seqs: 'text',
    authors: 'text',
    fields: 'text',
  },
  key: ['type', 'id'],
};

/** Writes records as they are now. */
export async function writeHeld(tx: OfficeTx, records: readonly NewRecord[]): Promise<void> {
  await tx.upsert(recordTable, records.map(toRow));
}

function toRow(held: NewRecord): readonly Value[] {
  const { type, id, base, gone, stamps, authors, fields } = held.state;
  const json = print(fields);
  const { high, low } = held.digest;
  const scopes = held.scopes.join(',');
  return [
    type,
    id,
    held.seq,
    held.made,
    bucketOf(type, id),
    high,
    low,
    base,
    gone,
    held.home,
    scopes,
    held.origin,
    held.sender,
    json.length,
    print(stamps),
    print(held.seqs),
    print(authors),
    json,
  ];
}
