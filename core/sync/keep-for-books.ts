import { dealLineRecord } from '#core/deal/deal-line.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { documentRecord } from '#core/document/document.ts';
import type { DocumentRow } from '#core/document/document.ts';
import { emptyParty } from '#core/party/party.ts';
import type { Party } from '#core/party/party.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { paymentRecord } from '#core/payment/payment.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { findLeaving } from '#core/sync/leaving.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { bookedKinds, standInFor } from '#shared/sync/erasure.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';

export interface Books {
  /** What stays, with the cards it stays under. */
  readonly kept: readonly RecordKey[];
  /** What hung on it and goes, for it may tell of the person. */
  readonly hanging: readonly RecordKey[];
}

/**
 * Takes what the shop's books need (deals, invoices, orders and payments that aren't to be erased themselves) from cards that are, puts it under
 * a card that names nobody, and empties every word of it that may tell of the person.
 */
export function keepForBooks(act: Act, named: readonly RecordKey[]): Books {
  const going = new Set(named.map(keyOf));
  const kept: RecordKey[] = [];
  const hanging: RecordKey[] = [];
  for (const [type, partyId] of named) {
    if (type !== 'party') continue;
    const ids = {
      deal: idsOf(act, 'deal', partyId),
      document: idsOf(act, 'document', partyId),
      payment: idsOf(act, 'payment', partyId),
    };
    const stays = (['deal', 'document', 'payment'] as const).flatMap((name) =>
      ids[name].filter((id) => !going.has(keyOf([name, id])) && isBooked(act, [name, id])).map((id) => [name, id] as const),
    );
    if (stays.length === 0) continue;
    const title = makeStandIn(act, partyId);
    kept.push(['party', standInFor(partyId)], ...stays);
    for (const record of stays) rename(act, record, { partyId: standInFor(partyId), title });
    for (const [name, id] of stays) if (name === 'deal') kept.push(...tidyLines(act, id));
  }
  const isKept = new Set(kept.map(keyOf));
  for (const [name, id] of kept)
    if (name === 'deal') hanging.push(...hangingOnDeal(act, id).filter((record) => !isKept.has(keyOf(record))));
  return { kept, hanging };
}

function idsOf({ tx }: Act, table: string, partyId: string): readonly string[] {
  return tx.readColumn<[string], string>(`SELECT id FROM ${table} WHERE party_id = ? ORDER BY id`).all(partyId);
}

/** Quotes and contracts aren't booked: invoices and orders are. */
function isBooked({ tx }: Pick<Act, 'tx'>, [name, id]: RecordKey): boolean {
  return name !== 'document' || bookedKinds.has(readRecord(tx, documentRecord, id)?.row.kind ?? '');
}

function makeStandIn(act: Act, partyId: string): string {
  const id = standInFor(partyId);
  const known = readRecord(act.tx, partyRecord, id)?.row;
  if (known) return known.title;
  const before = readRecord(act.tx, partyRecord, partyId)?.row;
  const name = messageText('privacy.erasedClient', readSettings(act.tx).language);
  const named = before?.type === 'company' ? { type: 'company' as const, name } : { type: 'contact' as const, givenName: name };
  const card = {
    ...structuredClone(emptyParty),
    ...named,
    id,
    title: name,
    sortKey: '',
    nameKey: '',
    branchId: before?.branchId ?? act.branchId,
    sharedWith: before?.sharedWith ?? [],
    createdAt: act.at,
    updatedAt: act.at,
    deletedAt: null,
  } as unknown as Party;
  return createRecord(act, partyRecord, card).title;
}

interface StandIn {
  readonly partyId: string;
  readonly title: string;
}

function rename(act: Act, [name, id]: RecordKey, { partyId, title }: StandIn) {
  if (name === 'payment') changeRecord(act, paymentRecord, { id, changes: { partyId, note: '' } });
  if (name === 'document')
    changeRecord(act, documentRecord, { id, changes: { partyId, title: '', note: '', ...emptied(act, id, title) } });
  if (name === 'deal') {
    const words = { siteAddress: '', notes: '', source: '', lostNote: '', custom: {}, leadId: null };
    changeRecord(act, dealRecord, { id, changes: { partyId, title, ...words } });
  }
}

function emptied({ tx }: Act, id: string, title: string): Partial<DocumentRow> {
  const data = readRecord(tx, documentRecord, id)?.row.data;
  if (!data) return {};
  const buyer = { name: title, company: '', taxId: '', address: '', phone: '', email: '', contact: '' };
  const lines = data.lines.map((line) => ({ ...line, description: '', place: '' }));
  return { data: { ...data, title: '', buyer, lines, visit: null, notes: '', custom: [], report: null } };
}

/** What was sold stays; what was said of where it goes doesn't. */
function tidyLines(act: Act, dealId: string): readonly RecordKey[] {
  const ids = act.tx.readColumn<[string], string>('SELECT id FROM deal_line WHERE deal_id = ?').all(dealId);
  for (const id of ids) changeRecord(act, dealLineRecord, { id, changes: { description: '', place: '' } });
  return ids.map((id) => ['deal_line', id]);
}

/** What tells of a deal or was done for it, but what is of somebody else. */
function hangingOnDeal({ tx }: Act, dealId: string): readonly RecordKey[] {
  const others = new Set(['deal', 'deal_line', 'deal_contact', 'payment']);
  const isOthers = ([name, id]: RecordKey) => name === 'document' && isBooked({ tx }, [name, id]);
  return findLeaving(tx, [['deal', dealId]]).filter((record) => !others.has(record[0]) && !isOthers(record));
}
