import { noteAudit } from '#core/audit/note-audit.ts';
import type { Store } from '#core/records/store.ts';
import type { BranchChange } from '#shared/audit/kinds.ts';

interface BranchNote {
  readonly change: BranchChange;
  /** The computer, the company or the address. */
  readonly subject: string;
}

/** Keeps in the audit who let a computer in or out, and with whom the data is shared. */
export async function noteBranch(
  store: Store,
  actor: { readonly userId: string; readonly name: string },
  { change, subject }: BranchNote,
) {
  await store.keep((tx) => noteAudit(tx, { at: store.now(), actor, kind: 'branch', subject, details: { change } }));
}
