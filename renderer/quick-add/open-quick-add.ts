import { createSharedValue } from '#renderer/app/shared-value.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What the form begins with. */
export interface QuickAddStart {
  /** A contact where not given. */
  readonly type?: PartyType;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

const opened = createSharedValue<QuickAddStart | null>(null);

/** Opens the short form for a new contact or company, from anywhere. */
export function openQuickAdd(start: QuickAddStart = {}): void {
  opened.set(start);
}

export function closeQuickAdd(): void {
  opened.set(null);
}

/** What the form was opened with; null while it is closed. */
export function useQuickAdd(): QuickAddStart | null {
  return opened.useValue();
}
