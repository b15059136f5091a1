import { useText } from '#renderer/app/text.ts';
import type { Lead } from '#shared/lead/contract.ts';

type Named = Pick<Lead, 'name' | 'companyName' | 'partyTitle' | 'phones' | 'emails'>;

/** `nameOf(lead)`: who asks, by name where there is one, else by what there is to call back by. */
export function useLeadName(): (lead: Named) => string {
  const t = useText();
  return ({ name, companyName, partyTitle, phones, emails }) =>
    name || partyTitle || companyName || phones[0] || emails[0] || t('lead.nameless');
}

/** What it is about, in a line: its subject, else the beginning of what was said. */
export function subjectOf({ title, text }: Pick<Lead, 'title' | 'text'>): string {
  return title || (text.trim().split('\n')[0] ?? '');
}
