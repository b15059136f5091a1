import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { linesOf } from '#core/deal/deal-line.ts';
import type { DealLineRow } from '#core/deal/deal-line.ts';
import { findParty } from '#core/party/queries.ts';
import { stagesOf } from '#core/pipeline/queries.ts';
import type { AskableField, askableFields, Stage } from '#shared/pipeline/contract.ts';

/** What of a deal is looked at, also of one that is still to be made. */
export type AskedDeal = Pick<
  DealRow,
  | 'id'
  | 'partyId'
  | 'estimate'
  | 'expectedClose'
  | 'ownerId'
  | 'siteAddress'
  | 'visitAt'
  | 'leaveAt'
  | 'workAt'
  | 'notes'
  | 'custom'
>;

/** Which of the fields asked for a deal hasn't got yet, in the order asked. Its lines are read unless they are given. */
export function missingFields(
  db: ReadDb,
  deal: AskedDeal,
  fields: readonly AskableField[],
  lines: () => readonly DealLineRow[] = () => linesOf(db, deal.id),
): readonly AskableField[] {
  return [...new Set(fields)].filter((field) => !isFilled(field, { db, deal, lines }));
}

/**
 * What is missing for a deal to come to a stage: whatever that one and those before it ask for. A stage that it has passed
 * asks for nothing.
 */
export function missingForStage(
  db: ReadDb,
  { deal, stage, lines }: { readonly deal: DealRow; readonly stage: Stage; readonly lines?: () => readonly DealLineRow[] },
): readonly AskableField[] {
  const stages = stagesOf(db, stage.pipelineId);
  const now = stages.find(({ id }) => id === deal.stageId);
  if (now && now.position >= stage.position) return [];
  const asked = stages.filter(({ position }) => position <= stage.position).flatMap(({ requiredFields }) => requiredFields);
  return missingFields(db, deal, asked, lines);
}

interface Facts {
  readonly db: ReadDb;
  readonly deal: AskedDeal;
  lines(): readonly DealLineRow[];
}

const filled: Readonly<Record<(typeof askableFields)[number], (facts: Facts) => boolean>> = {
  estimate: ({ deal, lines }) => deal.estimate > 0 || lines().length > 0,
  expectedClose: ({ deal }) => deal.expectedClose !== null,
  ownerId: ({ deal }) => deal.ownerId !== null,
  siteAddress: ({ deal }) => deal.siteAddress !== '',
  visitAt: ({ deal }) => deal.visitAt !== null,
  leaveAt: ({ deal }) => deal.leaveAt !== null,
  workAt: ({ deal }) => deal.workAt !== null,
  notes: ({ deal }) => deal.notes.trim() !== '',
  lines: ({ lines }) => lines().length > 0,
  sizes: ({ lines }) => isMeasured(lines()),
  prices: ({ lines }) => lines().length > 0 && lines().every(({ unitPrice }) => unitPrice > 0),
  acceptedQuote: ({ db, deal }) =>
    isThere(db, `SELECT 1 FROM document WHERE deal_id = ? AND kind = 'quote' AND status = 'accepted' LIMIT 1`, deal.id),
  payment: ({ db, deal }) => isThere(db, 'SELECT 1 WHERE (SELECT sum(amount) FROM payment WHERE deal_id = ?) > 0', deal.id),
  'client.phone': ({ db, deal }) => (findParty(db, deal.partyId)?.phones.length ?? 0) > 0,
  'client.email': ({ db, deal }) => (findParty(db, deal.partyId)?.emails.length ?? 0) > 0,
  'client.taxId': ({ db, deal }) => (findParty(db, deal.partyId)?.taxId ?? '') !== '',
  'client.address': ({ db, deal }) => (findParty(db, deal.partyId)?.addresses.length ?? 0) > 0,
};

function isFilled(field: AskableField, facts: Facts): boolean {
  if (!field.startsWith('custom.')) return filled[field as keyof typeof filled](facts);
  const value = facts.deal.custom[field.slice('custom.'.length)];
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Something has sizes, and nothing that is sold by area lacks them. */
function isMeasured(lines: readonly DealLineRow[]): boolean {
  const hasSizes = ({ width, height }: DealLineRow) => width !== null && height !== null;
  return lines.some(hasSizes) && lines.every((line) => line.unit !== 'squareMetre' || hasSizes(line));
}

function isThere(db: ReadDb, sql: string, dealId: string): boolean {
  return db.readColumn<[string], number>(sql).get(dealId) !== undefined;
}
