import type { AuditEntry } from '#shared/audit/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const encryptionNotes: Readonly<Record<string, MessageKey>> = {
  turnedOn: 'audit.note.turnedOn',
  turnedOff: 'audit.note.turnedOff',
  keyChanged: 'audit.note.keyChanged',
  passphraseChanged: 'audit.note.passphraseChanged',
  codeRenewed: 'audit.note.codeRenewed',
  openedByCode: 'audit.note.openedByCode',
};

const roleNotes: Readonly<Record<string, MessageKey>> = {
  made: 'audit.note.roleMade',
  changed: 'audit.note.roleChanged',
  removed: 'audit.note.roleRemoved',
};

/** What was done, where the kind of an entry leaves that open; null where it says enough. */
export function entryNote({ kind, details }: Pick<AuditEntry, 'kind' | 'details'>): MessageKey | null {
  switch (kind) {
    case 'encryption':
      return encryptionNotes[String(details['change'])] ?? null;
    case 'rights':
      return roleNotes[String(details['role'])] ?? null;
    case 'token':
      return details['made'] === true ? 'audit.note.keyMade' : 'audit.note.keyRevoked';
    case 'signOut':
      return details['everywhere'] === true ? 'audit.note.everywhere' : null;
    case 'secret':
      if (details['by'] === 'recoveryCode') return 'audit.note.byCode';
      return details['kind'] === 'none' ? 'audit.note.takenAway' : null;
    case 'backup':
      if (details['setAside'] === 'removed') return 'audit.note.setAsideRemoved';
      if (details['place'] === undefined) return null;
      return details['place'] === 'added' ? 'audit.note.placeAdded' : 'audit.note.placeRemoved';
    default:
      return null;
  }
}
