import type { AuditEntry } from '#shared/audit/contract.ts';
import { branchChanges, exportedThings, importedThings } from '#shared/audit/kinds.ts';
import { actKinds } from '#shared/history/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { isBuiltIn } from '#shared/people/role.ts';

/** What entries are put into words with. */
export interface Told {
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** @param at UTC milliseconds */
  dateTime(at: number): string;
}

type Noted = Pick<AuditEntry, 'kind' | 'details'>;
type Notes = Readonly<Record<string, MessageKey>>;

const encryptionNotes: Notes = {
  turnedOn: 'audit.note.turnedOn',
  turnedOff: 'audit.note.turnedOff',
  keyChanged: 'audit.note.keyChanged',
  passphraseChanged: 'audit.note.passphraseChanged',
  codeRenewed: 'audit.note.codeRenewed',
  openedByCode: 'audit.note.openedByCode',
};

const roleNotes: Notes = {
  made: 'audit.note.roleMade',
  changed: 'audit.note.roleChanged',
  removed: 'audit.note.roleRemoved',
};

/** How many records an entry is about; 0 where it doesn't say. */
export function countOf({ details }: Noted): number {
  if (typeof details['count'] === 'number') return details['count'];
  const counts = Object.values((details['counts'] ?? {}) as Readonly<Record<string, number>>);
  return counts.reduce((sum, one) => sum + one, 0);
}

/** What was done, where the kind of an entry leaves that open. */
export function notesOf(entry: Noted, told: Told): readonly string[] {
  const keys = keysOf(entry);
  return [...keys.map((key) => told.say(key)), ...valuesOf(entry, told)];
}

function keysOf({ kind, details }: Noted): readonly MessageKey[] {
  const from = (notes: Notes, code: unknown) => [notes[String(code)] ?? []].flat();
  switch (kind) {
    case 'export':
      return exportedThings.flatMap((one) => (one === details['of'] ? [`audit.of.${one}` as const] : []));
    case 'import':
      if (details['archive'] === true) return ['audit.of.archive'];
      return importedThings.flatMap((one) => (one === details['of'] ? [`audit.of.${one}` as const] : []));
    case 'undo':
      return actKinds.flatMap((one) => (one === details['of'] ? [`history.kind.${one}` as const] : []));
    case 'encryption':
      return from(encryptionNotes, details['change']);
    case 'rights':
      return details['role'] === undefined ? ofBranchOrPerson(details) : from(roleNotes, details['role']);
    case 'people':
    case 'branch':
      return ofBranchOrPerson(details);
    case 'token':
      return [
        ...(details['of'] === 'calendar' ? (['audit.of.calendar'] as const) : []),
        details['made'] === true ? 'audit.note.keyMade' : 'audit.note.keyRevoked',
      ];
    case 'signOut':
      return details['everywhere'] === true ? ['audit.note.everywhere'] : [];
    case 'secret':
      return ofSecret(details);
    case 'erase':
      return details['came'] === true ? ['audit.note.came'] : [];
    case 'backup':
      if (details['setAside'] === 'removed') return ['audit.note.setAsideRemoved'];
      if (details['place'] === undefined) return ['audit.note.byHand'];
      return [details['place'] === 'added' ? 'audit.note.placeAdded' : 'audit.note.placeRemoved'];
    default:
      return [];
  }
}

function ofBranchOrPerson(details: AuditEntry['details']): readonly MessageKey[] {
  if (details['from'] !== undefined) return [];
  return branchChanges.flatMap((one) => (one === details['change'] ? [`audit.change.${one}` as const] : []));
}

function ofSecret({ kind, by }: AuditEntry['details']): readonly MessageKey[] {
  if (by === 'recoveryCode') return ['audit.note.byCode'];
  if (kind === 'none') return ['audit.note.takenAway'];
  return kind === 'pin' || kind === 'password' ? [`session.kind.${kind}`] : [];
}

function valuesOf({ kind, details }: Noted, { say, dateTime }: Told): readonly string[] {
  const roleWord = (id: string) => (isBuiltIn(id) ? say(`people.role.${id}`) : id);
  const { from, to, madeAt, lost } = details;
  if (kind === 'rights' && typeof from === 'string' && typeof to === 'string') return [`${roleWord(from)} → ${roleWord(to)}`];
  if (kind === 'restore' && typeof madeAt === 'number') return [say('audit.note.madeAt', { date: dateTime(madeAt) })];
  return kind === 'repair' && typeof lost === 'number' ? [say('audit.note.lost', { count: lost })] : [];
}
