import type { Act } from '#core/records/act.ts';
import { findStage } from '#core/pipeline/queries.ts';

type Values = Readonly<Record<string, unknown>>;

/** What goes along with a field that is given another value, so that the record makes sense: closed deals know when they were closed. */
export function withCompanions(act: Act, type: { readonly name: string }, before: Values, changes: Values): Values {
  const companions = companionsOf[type.name]?.(act, before, changes) ?? {};
  const updatedAt = Object.hasOwn(before, 'updatedAt') ? { updatedAt: act.at } : {};
  return { ...updatedAt, ...companions, ...changes };
}

const companionsOf: Readonly<Record<string, (act: Act, before: Values, changes: Values) => Values>> = {
  deal: (act, before, changes) => ({ ...closingOf(act, before, changes), ...placeOf(act, changes) }),
  task: (act, before, { status }) => {
    if (status === undefined) return {};
    if (status === 'open') return { doneAt: null, doneBy: null };
    return { doneAt: before['doneAt'] ?? act.at, doneBy: before['doneBy'] ?? act.actor.userId };
  },
  lead: (act, before, { status }) => {
    if (status === undefined) return {};
    return status === 'new' ? { handledAt: null, handledBy: null } : { handledAt: before['handledAt'] ?? act.at };
  },
};

function closingOf(act: Act, before: Values, { status }: Values): Values {
  if (status === undefined) return {};
  if (status === 'open') return { closedAt: null, lostReasonId: null, lostNote: '' };
  return { closedAt: before['closedAt'] ?? act.at, ...(status === 'won' && { lostReasonId: null, lostNote: '' }) };
}

/** A stage is one of its pipeline's. */
function placeOf(act: Act, { stageId }: Values): Values {
  if (typeof stageId !== 'string') return {};
  const pipelineId = findStage(act.tx, stageId)?.pipelineId;
  return { stageSince: act.at, ...(pipelineId !== undefined && { pipelineId }) };
}
