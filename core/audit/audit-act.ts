import { detailsOfAct, isOfRights, safetySettingsIn, undoneKind } from '#core/audit/act-details.ts';
import type { DoneAct } from '#core/audit/act-details.ts';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import type { ActKind } from '#core/records/act.ts';
import type { Removed } from '#core/records/written.ts';
import type { AuditKind } from '#shared/audit/kinds.ts';

const kinds: Partial<Readonly<Record<ActKind, AuditKind>>> = {
  import: 'import',
  importArchive: 'import',
  people: 'people',
  branch: 'branch',
};

/** What came from others is audited where it was done; what erases tells of itself; nobody does what the clock does. */
const untold: ReadonlySet<ActKind> = new Set(['sync', 'erase', 'clock']);
/** What people do over and over with their own work isn't a matter for the audit. */
const undone: ReadonlySet<string> = new Set([
  'import',
  'importArchive',
  'delete',
  'purge',
  'restore',
  'changeMany',
  'people',
  'branch',
]);
/** Of these nobody asks how many records they wrote. */
const ofPeople: ReadonlySet<AuditKind> = new Set(['people', 'rights', 'settings']);
/** Parts of other records, which go when those are changed, and what Cartera keeps for itself. */
const parts: ReadonlySet<string> = new Set([
  'deal_contact',
  'deal_line',
  'stage_visit',
  'price',
  'notice',
  'automation_run',
  'automation_step',
  'conflict',
  'import_template',
  'api_key',
]);

/**
 * Keeps in the audit what an act did if it belongs there: imports, deletions, changes of people and of their rights, whichever way the call
 * came in. Called before the commit, when all is written.
 */
export function auditAct(tx: WriteTx, act: DoneAct) {
  const removed = removedIn(act);
  const kind = kindOf(tx, act, removed);
  if (kind === null) return;
  const isRemoval = kind === 'delete' || kind === 'purge';
  const told = isRemoval ? removed : touchedIn(tx, act.seq);
  // What goes along with a record goes before it: the last one is what the removal was called after.
  const record = recordOf(told) ?? (isRemoval && act.subject !== '' ? told.at(-1) : undefined);
  noteAudit(tx, {
    at: act.at,
    actor: act.actor,
    kind,
    subject: act.subject,
    details: {
      ...detailsOfAct(tx, act, kind),
      ...(!ofPeople.has(kind) && { counts: Object.fromEntries(told.map(({ type, count }) => [type, count])) }),
    },
    ...(record && { record: { type: record.type, id: record.id } }),
  });
}

function kindOf(tx: WriteTx, act: DoneAct, removed: readonly Removed[]): AuditKind | null {
  const { types } = act.written;
  if (untold.has(act.kind)) return null;
  if (act.kind === 'undo') return undone.has(undoneKind(tx, act) ?? '') || removed.length > 0 ? 'undo' : null;
  // Whoever changes a role says more of it than can be told here.
  if (types.has('role')) return null;
  if (types.has('user') && isOfRights(tx, act.seq)) return 'rights';
  const known = kinds[act.kind];
  if (known !== undefined) return known;
  if (removed.length > 0) return removed.some(({ isBinned }) => isBinned) ? 'delete' : 'purge';
  return types.has('setting') && safetySettingsIn(tx, act.seq).length > 0 ? 'settings' : null;
}

interface Counted {
  readonly type: string;
  readonly count: number;
  readonly id: string;
}

/** What was taken out of use, the last at the end. */
function removedIn({ written: { removed } }: DoneAct): readonly (Counted & Removed)[] {
  return [...removed].flatMap(([type, one]) => (parts.has(type) ? [] : [{ type, ...one }]));
}

function touchedIn(tx: WriteTx, seq: number): readonly Counted[] {
  return tx
    .read<[number], Counted>(
      'SELECT record_type AS type, count(DISTINCT record_id) AS count, min(record_id) AS id FROM history WHERE act_seq = ? GROUP BY record_type ORDER BY record_type',
    )
    .all(seq);
}

/** The one record that it was done to, or the one client: what tells of them goes when they are erased. */
function recordOf(told: readonly Counted[]): Counted | undefined {
  const single = told.filter(({ count }) => count === 1);
  return told.length === 1 ? single[0] : single.find(({ type }) => type === 'party');
}
