import { changeDeal } from '#core/deal/commands.ts';
import type { DealChanges } from '#core/deal/commands.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { missingFields } from '#core/deal/missing-fields.ts';
import type { AskedDeal } from '#core/deal/missing-fields.ts';
import { acceptLead } from '#core/lead/accept-lead.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { personIdOf } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { readRecord } from '#core/records/write.ts';
import type { TaskRow } from '#core/task/task.ts';
import type { AskableField } from '#shared/pipeline/contract.ts';

interface Filling {
  readonly outcome: TaskRow['outcome'];
  readonly deal?: DealChanges | undefined;
}

type FillOutcome =
  /** What the task belongs to from now on. */
  | { readonly type: 'filled'; readonly place: Partial<Pick<TaskRow, 'dealId' | 'partyId'>> }
  | { readonly type: 'refused'; readonly field: string; readonly code: string }
  | { readonly type: 'fieldsMissing'; readonly fields: readonly string[] };

const filled: FillOutcome = { type: 'filled', place: {} };

/**
 * Fills in the deal of a task that is closed. A new request becomes a deal with what was found out. What the task asks for has to
 * be there, unless nobody was reached: then nothing could be asked.
 */
export function fillDeal(act: Act, task: TaskRow, { outcome, deal: given }: Filling): FillOutcome {
  const asks = outcome === null || outcome === 'reached' ? task.asks : [];
  const deal = task.dealId === null ? undefined : readRecord(act.tx, dealRecord, task.dealId)?.row;
  if (deal) {
    // Only the custom fields asked for are given; the others stay.
    const custom = given?.custom && { ...deal.custom, ...given.custom };
    const changes = { ...definedFields(given ?? {}), ...(custom && { custom }) };
    const fields = missingFields(act.tx, { ...deal, ...changes }, asks);
    if (fields.length > 0) return { type: 'fieldsMissing', fields };
    const changed = given && changeDeal(act, deal.id, changes);
    return changed?.type === 'refused' ? { ...changed, field: `deal.${changed.field}` } : filled;
  }
  const lead = task.leadId === null ? undefined : readRecord(act.tx, leadRecord, task.leadId)?.row;
  return lead?.status === 'new' ? fillLead(act, lead, { asks, given }) : filled;
}

interface LeadFilling {
  readonly asks: readonly AskableField[];
  readonly given: DealChanges | undefined;
}

function fillLead(act: Act, lead: LeadRow, { asks, given }: LeadFilling): FillOutcome {
  if (given === undefined && asks.length === 0) return filled;
  const fields = missingFields(act.tx, { ...dealToBe(act, lead), ...definedFields(given ?? {}) }, asks, () => []);
  if (fields.length > 0) return { type: 'fieldsMissing', fields };
  const accepted = acceptLead(act, lead.id, given ?? {});
  switch (accepted.type) {
    case 'accepted':
      return { type: 'filled', place: { dealId: accepted.dealId, partyId: accepted.lead.partyId } };
    case 'refused':
      return { type: 'refused', field: `deal.${accepted.field}`, code: accepted.code };
    default:
      throw new Error(`a new request is ${accepted.type}`);
  }
}

function dealToBe(act: Act, { partyId, ownerId, text }: LeadRow): AskedDeal {
  const place = { siteAddress: '', visitAt: null, leaveAt: null, workAt: null };
  const owner = ownerId ?? personIdOf(act.actor);
  return { ...place, id: '', partyId: partyId ?? '', ownerId: owner, notes: text, estimate: 0, expectedClose: null, custom: {} };
}
