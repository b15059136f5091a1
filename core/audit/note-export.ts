import { noteAudit } from '#core/audit/note-audit.ts';
import type { Store } from '#core/records/store.ts';
import type { ExportedThing } from '#shared/audit/kinds.ts';

interface ExportNote {
  readonly actor: { readonly userId: string; readonly name: string };
  /** What was taken out. */
  readonly of: ExportedThing;
  /** The file's name, or whose data it is. */
  readonly subject: string;
  /** How many rows. */
  readonly count?: number;
  readonly record?: { readonly type: string; readonly id: string };
}

/** Keeps in the audit that somebody took data out, whichever way. */
export async function noteExport(store: Store, { of, count, ...note }: ExportNote) {
  const details = { of, ...(count !== undefined && { count }) };
  await store.keep((tx) => noteAudit(tx, { ...note, at: store.now(), kind: 'export', details }));
}
