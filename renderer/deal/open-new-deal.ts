import { createSharedValue } from '#renderer/app/shared-value.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What the form of a new deal begins with. */
export interface NewDealStart {
  readonly party?: { readonly id: string; readonly title: string; readonly type: PartyType };
  readonly pipelineId?: string;
  readonly stageId?: string;
}

const opened = createSharedValue<NewDealStart | null>(null);

/** Opens the form of a new deal, from anywhere. */
export function openNewDeal(start: NewDealStart = {}): void {
  opened.set(start);
}

export function closeNewDeal(): void {
  opened.set(null);
}

/** What the form was opened with; null while it is closed. */
export function useNewDeal(): NewDealStart | null {
  return opened.useValue();
}
