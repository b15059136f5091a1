import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import type { ActKind } from '#core/records/act.ts';
import type { AuditKind } from '#shared/audit/kinds.ts';

interface DoneAct {
  readonly seq: number;
  readonly at: number;
  readonly kind: ActKind;
  readonly actor: { readonly userId: string; readonly name: string };
  readonly subject: string;
  readonly undoes: string | null;
  /** Kinds of record it wrote. */
  readonly types: ReadonlySet<string>;
}

const kinds: Partial<Readonly<Record<ActKind, AuditKind>>> = {
  import: 'import',
  importArchive: 'import',
  delete: 'delete',
  purge: 'purge',
  people: 'people',
  undo: 'undo',
};

/** Settings that say who sees what. */
const settingsOfSafety: ReadonlySet<string> = new Set(['clientCards', 'purchasesInOtherBranches', 'consentPurposes']);
/** What people do over and over with their own work isn't a matter for the audit. */
const undone: ReadonlySet<string> = new Set(['import', 'importArchive', 'delete', 'purge', 'restore', 'changeMany', 'people']);

/**
 * Keeps in the audit what an act did if it belongs there: imports, deletions, changes of people and of their rights, whichever way the call
 * came in. Called before the commit, when all is written.
 */
export function auditAct(tx: WriteTx, act: DoneAct) {
  const kind = kindOf(tx, act);
  if (kind === null) return;
  const counts = countsOf(tx, act.seq);
  const one = counts.length === 1 && counts[0]?.count === 1 ? counts[0] : firstParty(tx, act.seq);
  noteAudit(tx, {
    at: act.at,
    actor: act.actor,
    kind,
    subject: act.subject,
    details: { ...detailsOf(tx, act), counts: Object.fromEntries(counts.map(({ type, count }) => [type, count])) },
    ...(one && { record: { type: one.type, id: one.id } }),
  });
}

function kindOf(tx: WriteTx, act: DoneAct): AuditKind | null {
  const { types } = act;
  if (act.kind === 'sync' || act.kind === 'erase' || act.kind === 'clock') return null;
  if (act.kind === 'undo') return undone.has(undoneKind(tx, act) ?? '') ? 'undo' : null;
  // Whoever changes a role or a team says more of it than can be told here.
  if (types.has('role') || types.has('team')) return null;
  if (types.has('user') && hasChanged(tx, act.seq, 'role')) return 'rights';
  if (types.has('setting') && act.kind !== 'importArchive') return isOfSafety(tx, act.seq) ? 'settings' : null;
  return kinds[act.kind] ?? null;
}

function undoneKind(tx: WriteTx, { undoes }: DoneAct): string | undefined {
  return tx.readColumn<[string | null], string>('SELECT kind FROM act WHERE id = ?').get(undoes);
}

function detailsOf(tx: WriteTx, act: DoneAct): Readonly<Record<string, unknown>> {
  if (act.kind === 'undo') return { of: undoneKind(tx, act) };
  return act.kind === 'importArchive' ? { archive: true } : {};
}

interface Counted {
  readonly type: string;
  readonly count: number;
  readonly id: string;
}

function countsOf(tx: WriteTx, seq: number): readonly Counted[] {
  return tx
    .read<[number], Counted>(
      'SELECT record_type AS type, count(DISTINCT record_id) AS count, min(record_id) AS id FROM history WHERE act_seq = ? GROUP BY record_type ORDER BY record_type',
    )
    .all(seq);
}

/** The one client it was done to, if it was one: what tells of them goes when they are erased. */
function firstParty(tx: WriteTx, seq: number): Counted | undefined {
  const found = countsOf(tx, seq).find(({ type }) => type === 'party');
  return found?.count === 1 ? found : undefined;
}

function hasChanged(tx: WriteTx, seq: number, field: string): boolean {
  const changes = tx.readColumn<[number], string>(
    "SELECT changes FROM history WHERE act_seq = ? AND record_type = 'user' AND operation = 'update'",
  );
  return changes.all(seq).some((json) => Object.hasOwn(JSON.parse(json) as object, field));
}

function isOfSafety(tx: WriteTx, seq: number): boolean {
  const ids = tx
    .readColumn<[number], string>("SELECT record_id FROM history WHERE act_seq = ? AND record_type = 'setting'")
    .all(seq);
  return ids.some((id) => settingsOfSafety.has(id));
}
