import { fieldValue } from '#core/automation/field-value.ts';
import { done, skipped } from '#core/automation/running.ts';
import type { Done, Running } from '#core/automation/running.ts';
import { fillWords } from '#core/automation/text-values.ts';
import { changeDeal, moveDeal, winDeal } from '#core/deal/commands.ts';
import { acceptLead } from '#core/lead/accept-lead.ts';
import { changeLead } from '#core/lead/commands.ts';
import { changeParty } from '#core/party/commands.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';

type SetField = Extract<AutomationAction, { readonly type: 'setField' }>;
type AcceptLead = Extract<AutomationAction, { readonly type: 'acceptLead' }>;

/** Sets a field of the deal, the client or the request; words may name others. */
export function setField(action: SetField, running: Running): Done {
  const { record, field, value: given } = action;
  const value = typeof given === 'string' ? fillWords(given, running) : given;
  const fitting = fieldValue({ ...action, value });
  if (!fitting) return skipped('wrongValue');
  const { act, subject } = running;
  if (record === 'lead') {
    const lead = subject.lead();
    if (!lead) return skipped('noLead');
    return outcomeOf(changeLead(act, lead.id, { [field]: fitting.value }).type, { recordType: 'lead', recordId: lead.id });
  }
  const target = record === 'deal' ? subject.deal() : subject.party();
  if (!target) return skipped(record === 'deal' ? 'noDeal' : 'noClient');
  const changes = field.startsWith('custom.')
    ? { custom: withCustom(target.custom, field.slice('custom.'.length), value) }
    : { [field]: fitting.value };
  const { type } = record === 'deal' ? changeDeal(act, target.id, changes) : changeParty(act, target.id, changes);
  return outcomeOf(type, { recordType: record === 'deal' ? 'deal' : 'party', recordId: target.id });
}

export function tagClient(tag: string, { act, subject }: Running): Done {
  const party = subject.party();
  if (!party) return skipped('noClient');
  if (!party.tags.includes(tag)) changeParty(act, party.id, { tags: [...party.tags, tag] });
  return done('party', party.id);
}

/** Puts somebody in charge of the deal, else of the request, else of the client. */
export function assignTo(ownerId: string, { act, subject }: Running): Done {
  const [deal, lead, party] = [subject.deal(), subject.lead(), subject.party()];
  if (deal) return outcomeOf(changeDeal(act, deal.id, { ownerId }).type, { recordType: 'deal', recordId: deal.id });
  if (lead) return outcomeOf(changeLead(act, lead.id, { ownerId }).type, { recordType: 'lead', recordId: lead.id });
  if (!party) return skipped('noClient');
  return outcomeOf(changeParty(act, party.id, { ownerId }).type, { recordType: 'party', recordId: party.id });
}

export function moveToStage(stageId: string, { act, subject }: Running): Done {
  const deal = subject.deal();
  if (!deal) return skipped('noDeal');
  return outcomeOf(moveDeal(act, deal.id, stageId).type, { recordType: 'deal', recordId: deal.id });
}

export function win({ act, subject }: Running): Done {
  const deal = subject.deal();
  if (!deal) return skipped('noDeal');
  return outcomeOf(winDeal(act, deal.id).type, { recordType: 'deal', recordId: deal.id });
}

export function acceptForRule({ pipelineId, stageId }: AcceptLead, { act, subject }: Running): Done {
  const lead = subject.lead();
  if (!lead) return skipped('noLead');
  const outcome = acceptLead(act, lead.id, { ...(pipelineId !== null && { pipelineId }), ...(stageId !== null && { stageId }) });
  return outcome.type === 'accepted' ? done('deal', outcome.dealId) : skipped(outcome.type);
}

/** An outcome in which something was done; any other is the reason why nothing was. */
const doneOutcomes: ReadonlySet<string> = new Set(['changed', 'known']);

function outcomeOf(type: string, { recordType, recordId }: { readonly recordType: string; readonly recordId: string }): Done {
  return doneOutcomes.has(type) ? done(recordType, recordId) : skipped(type);
}

type Custom = Readonly<Record<string, string | number | boolean | string[]>>;

function withCustom(custom: Custom, key: string, value: string | number | boolean | null): Custom {
  const { [key]: _before, ...others } = custom;
  return value === null || value === '' ? others : { ...others, [key]: value };
}
