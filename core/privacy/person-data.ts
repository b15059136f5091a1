import type { ReadDb } from '#core/database/connection.ts';
import { documentRecord } from '#core/document/document.ts';
import type { DocumentRow } from '#core/document/document.ts';
import { fileRecord } from '#core/file/file.ts';
import type { FileRow } from '#core/file/file.ts';
import { partyTitle } from '#core/party/party-title.ts';
import { findParty } from '#core/party/queries.ts';
import { whatGoes } from '#core/privacy/person.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import type { RecordField } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import { findLeaving } from '#core/sync/leaving.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';

export interface PersonData {
  readonly title: string;
  /** Records by their kind, without what is worked out from others. */
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly history: readonly Readonly<Record<string, unknown>>[];
  /** What those of others are called that records name: a company they work for, a friend. */
  readonly named: Readonly<Record<string, string>>;
  readonly files: readonly FileRow[];
  readonly documents: readonly DocumentRow[];
}

/** Kinds of record that say how the program works, and nothing of a person that isn't in others. */
const ofTheProgram: ReadonlySet<string> = new Set(['automation_step', 'notice', 'conflict']);

/** Everything kept about a client, and of others no more than what they are called. @returns undefined when there is none */
export function readPersonData(db: ReadDb, partyId: string): PersonData | undefined {
  const party = findParty(db, partyId);
  if (!party) return undefined;
  const keys = findLeaving(db, whatGoes(db, partyId, 'erase')).filter(([type]) => !ofTheProgram.has(type));
  const records: Record<string, Record<string, unknown>[]> = {};
  const others = new Set<string>();
  for (const [type, id] of keys.toReversed()) {
    const record = plainRecord(db, [type, id]);
    if (!record) continue;
    (records[type] ??= []).push(record);
    for (const field of ['partyId', 'contactId', 'companyId'])
      if (typeof record[field] === 'string' && record[field] !== partyId) others.add(record[field]);
  }
  return {
    title: party.title,
    records,
    history: keys.flatMap((key) => historyOf(db, key)),
    named: Object.fromEntries([...others].map((id) => [id, partyTitle(db, id)])),
    files: keys.flatMap(([type, id]) => (type === 'file' ? (readRecord(db, fileRecord, id)?.row ?? []) : [])),
    documents: keys.flatMap(([type, id]) => (type === 'document' ? (readRecord(db, documentRecord, id)?.row ?? []) : [])),
  };
}

function plainRecord(db: ReadDb, [name, id]: RecordKey): Record<string, unknown> | undefined {
  const type = recordTypeNamed(name);
  const row = readRecord(db, type, id)?.row;
  if (!row) return undefined;
  const fields = type.fields as Readonly<Record<string, RecordField>>;
  return Object.fromEntries(Object.entries(row).filter(([field]) => !fields[field]?.derived));
}

function historyOf(db: ReadDb, [type, id]: RecordKey): readonly Record<string, unknown>[] {
  return db
    .read<[string, string], { at: number; by: string; operation: string; changes: string | null }>(
      `SELECT act.at, act.actor_name AS by, operation, changes FROM history JOIN act ON act.seq = history.act_seq
       WHERE record_id = ? AND record_type = ? ORDER BY history.seq`,
    )
    .all(id, type)
    .map(({ at, by, operation, changes }) => ({
      recordType: type,
      recordId: id,
      at: new Date(at).toISOString(),
      by,
      operation,
      changes: changes === null ? null : (JSON.parse(changes) as unknown),
    }));
}
