import { readTypedMoney } from '#renderer/app/typed-money.ts';
import { readLocalMoment } from '#renderer/deal/local-moment.ts';
import type { Lead } from '#shared/lead/contract.ts';

/** What is typed when a request is accepted, as typed. */
export interface AcceptDraft {
  readonly pipelineId: string;
  readonly stageId: string;
  readonly title: string;
  readonly estimate: string;
  readonly visitAt: string;
  readonly leaveAt: string;
  readonly siteAddress: string;
  readonly ownerId: string | null;
}

/** Which of a deal's fields the dialog has an input of its own for; whatever else a stage asks for stands below. */
export const ownInputs = ['estimate', 'visitAt', 'leaveAt', 'siteAddress', 'ownerId'] as const;
export type OwnInput = (typeof ownInputs)[number];

export function isOwnInput(field: string): field is OwnInput {
  return (ownInputs as readonly string[]).includes(field);
}

/** What a request says about the work already. */
export function draftOf(
  lead: Pick<Lead, 'title' | 'ownerId'>,
  stage: { readonly id: string; readonly pipelineId: string },
): AcceptDraft {
  const { title, ownerId } = lead;
  return {
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    title,
    estimate: '',
    visitAt: '',
    leaveAt: '',
    siteAddress: '',
    ownerId,
  };
}

interface ReadOptions {
  readonly locale: string;
  readonly currency: string;
}

/** The deal that was typed, without what was left empty; or the field that can't be read. */
export function readAccepted(draft: AcceptDraft, { locale, currency }: ReadOptions) {
  const estimate = draft.estimate.trim() === '' ? undefined : readTypedMoney(draft.estimate, { locale, currency });
  if (estimate === null || (estimate !== undefined && estimate < 0)) return { type: 'unreadable', field: 'estimate' } as const;
  const moment = (field: 'visitAt' | 'leaveAt') => (draft[field] === '' ? {} : { [field]: readLocalMoment(draft[field]) });
  const deal = {
    pipelineId: draft.pipelineId,
    stageId: draft.stageId,
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    ...(estimate === undefined ? {} : { estimate }),
    ...moment('visitAt'),
    ...moment('leaveAt'),
    ...(draft.siteAddress.trim() === '' ? {} : { siteAddress: draft.siteAddress.trim() }),
    ...(draft.ownerId === null ? {} : { ownerId: draft.ownerId }),
  };
  return { type: 'read', deal } as const;
}
