import type { QuickAddStart } from '#renderer/quick-add/open-quick-add.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What is typed in the form, as typed. */
export interface Draft {
  readonly type: PartyType;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly company: string;
  readonly note: string;
}

export interface Drafts {
  readonly current: Draft;
  /** Typed before and put aside when the form was opened for somebody else. */
  readonly aside: Draft | null;
}

export const emptyDraft: Draft = { type: 'contact', name: '', phone: '', email: '', company: '', note: '' };
const textFields = ['name', 'phone', 'email', 'company', 'note'] as const;

export function isEmptyDraft(draft: Draft): boolean {
  return textFields.every((field) => draft[field].trim() === '');
}

/** A card needs something to find it by. */
export function canBeSaved({ name, phone, email }: Draft): boolean {
  return [name, phone, email].some((text) => text.trim() !== '');
}

/**
 * The drafts when the form opens: what was typed before goes on, with what it is opened with in the fields still empty.
 * When the two don't agree they are two people: the old one is put aside, and nothing typed is lost.
 */
export function beginDraft(before: Drafts | null, { type, ...given }: QuickAddStart): Drafts {
  const old = before?.current ?? emptyDraft;
  const aside = before?.aside ?? null;
  if (isEmptyDraft(old)) return { current: { ...emptyDraft, ...given, type: type ?? old.type }, aside };
  const startsAnother = textFields.some((field) => {
    const value = (given as Partial<Draft>)[field] ?? '';
    return value !== '' && old[field] !== '' && old[field] !== value;
  });
  if (startsAnother) return { current: { ...emptyDraft, ...given, type: type ?? 'contact' }, aside: old };
  return { current: { ...old, ...given, type: type ?? old.type }, aside };
}

/** The draft put aside comes back, and the current one takes its place unless it is empty. */
export function swapDrafts({ current, aside }: Drafts): Drafts {
  return aside === null ? { current, aside } : { current: aside, aside: isEmptyDraft(current) ? null : current };
}
