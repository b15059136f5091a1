import type { ReadDb } from '#core/database/connection.ts';
import { leadRecord } from '#core/lead/lead.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import { findParty } from '#core/party/queries.ts';
import { countryOf } from '#core/records/country.ts';
import { decodeRow } from '#core/records/write.ts';
import type { Books } from '#shared/privacy/contract.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { bookedKinds } from '#shared/sync/erasure.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';

/** @example "Ana María Ruiz" is "A. M. R." */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words.flatMap((word) => [...word.replace(/^[^\p{L}\p{N}]+/u, '')].slice(0, 1));
  return first.map((letter) => `${letter.toLocaleUpperCase()}.`).join(' ') || '–';
}

/** The records by which a client goes: the card, requests of theirs, and deals that the books don't need or aren't to keep. */
export function whatGoes(db: ReadDb, partyId: string, books: Books): readonly RecordKey[] {
  const deals = idsOf(db, 'deal', partyId).filter((id) => books === 'erase' || !isBooked(db, id));
  const ofDeals = books === 'keep' ? [] : deals.flatMap((id) => ofDeal(db, id));
  return [
    ['party', partyId],
    ...requestsOf(db, partyId).map((id) => ['lead', id] as const),
    ...deals.map((id) => ['deal', id] as const),
    ...ofDeals,
  ];
}

function idsOf(db: ReadDb, table: string, partyId: string): readonly string[] {
  return db.readColumn<[string], string>(`SELECT id FROM ${table} WHERE party_id = ?`).all(partyId);
}

function isBooked(db: ReadDb, dealId: string): boolean {
  const kinds = db.readColumn<[string], string>('SELECT kind FROM document WHERE deal_id = ?').all(dealId);
  const paid = db.readColumn<[string], number>('SELECT 1 FROM payment WHERE deal_id = ? LIMIT 1').get(dealId);
  return paid !== undefined || kinds.some((kind) => bookedKinds.has(kind));
}

function ofDeal(db: ReadDb, dealId: string): readonly RecordKey[] {
  return (['document', 'payment'] as const).flatMap((table) =>
    db
      .readColumn<[string], string>(`SELECT id FROM ${table} WHERE deal_id = ?`)
      .all(dealId)
      .map((id) => [table, id] as const),
  );
}

/** Requests without a card that have a phone or email which only this client has. */
function requestsOf(db: ReadDb, partyId: string): readonly string[] {
  const party = findParty(db, partyId);
  if (!party) return [];
  const country = countryOf(db);
  const phones = new Set(party.phones.map(searchDigitsOf).filter((digits) => digits !== '' && isOnlyTheirs(db, 'phone', digits)));
  const emails = new Set(party.emails.map(({ address }) => emailKeyOf(address)).filter((key) => isOnlyTheirs(db, 'email', key)));
  if (phones.size + emails.size === 0) return [];
  const rows = db.read<[], Record<string, unknown>>('SELECT * FROM lead WHERE party_id IS NULL').all();
  const requests = rows.map((row) => decodeRow(leadRecord, row));
  return requests
    .filter(
      (request) =>
        request.phones.some((raw) => phones.has(searchDigitsOf({ raw, e164: normalisePhone(raw, country).e164 }))) ||
        request.emails.some((address) => emails.has(emailKeyOf(address))),
    )
    .map(({ id }) => id);
}

function isOnlyTheirs(db: ReadDb, kind: 'phone' | 'email', key: string): boolean {
  const sql =
    kind === 'phone'
      ? 'SELECT count(DISTINCT party_seq) FROM party_phone WHERE digits = ?'
      : 'SELECT count(DISTINCT party_seq) FROM party_email WHERE address = ?';
  return (db.readColumn<[string], number>(sql).get(key) ?? 0) <= 1;
}
