import { countOf, notesOf } from '#shared/audit/entry-notes.ts';
import type { Told } from '#shared/audit/entry-notes.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { isBuiltIn } from '#shared/people/role.ts';

export interface EntryWords {
  readonly who: string;
  /** What was done. */
  readonly kind: string;
  /** What it was done to. */
  readonly about: string;
  /** What else is known of it. */
  readonly details: string;
}

/** An entry in words: on the page, in the table that is saved, and on the command line. */
export function entryWords(entry: AuditEntry, told: Told): EntryWords {
  const { say } = told;
  const words = { who: entry.userName || say('people.role.owner'), kind: say(`audit.kind.${entry.kind}`) };
  if (entry.isErased) return { ...words, about: say('audit.erased'), details: '' };
  const count = countOf(entry);
  const notes = [...notesOf(entry, told), ...(count > 1 ? [say('audit.records', { count })] : [])];
  return { ...words, about: aboutOf(entry, told), details: notes.join(', ') };
}

/** Where the core names a thing of the program by a code, its words. */
function aboutOf({ kind, subject, details }: AuditEntry, told: Told): string {
  const { say } = told;
  if (kind === 'settings')
    return subject === 'idleLock' ? idleLock(details, told) : settings(details['settings'], told) || subject;
  const isRole = kind === 'rights' && details['role'] !== undefined && isBuiltIn(subject);
  return isRole ? say(`people.role.${subject}`) : subject;
}

function idleLock({ idleMinutes }: AuditEntry['details'], { say }: Told): string {
  const minutes = Number(idleMinutes ?? 0);
  return `${say('session.idle')}: ${minutes === 0 ? say('common.no') : say('audit.note.minutes', { count: minutes })}`;
}

const labels: Readonly<Record<string, MessageKey>> = {
  clientCards: 'branch.cards',
  purchasesInOtherBranches: 'branch.purchases',
  consentPurposes: 'privacy.purposes',
};

function settings(changed: unknown, { say }: Told): string {
  return Object.entries((changed ?? {}) as Readonly<Record<string, unknown>>)
    .flatMap(([name, value]) => {
      const label = labels[name];
      if (label === undefined) return [];
      if (typeof value === 'boolean') return [`${say(label)}: ${say(value ? 'common.yes' : 'common.no')}`];
      const words = value === 'common' || value === 'private' ? `: ${say(`branch.cards.${value}`)}` : '';
      return [`${say(label)}${words}`];
    })
    .join('; ');
}
