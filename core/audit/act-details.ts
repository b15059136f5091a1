import type { ReadDb } from '#core/database/connection.ts';
import type { ActKind } from '#core/records/act.ts';
import type { Written } from '#core/records/written.ts';
import { safetySettings } from '#shared/audit/kinds.ts';
import type { AuditKind } from '#shared/audit/kinds.ts';
import { isBuiltIn } from '#shared/people/role.ts';

export interface DoneAct {
  readonly seq: number;
  readonly at: number;
  readonly kind: ActKind;
  readonly actor: { readonly userId: string; readonly name: string };
  readonly subject: string;
  readonly undoes: string | null;
  readonly written: Pick<Written, 'types' | 'removed'>;
}

/** What more an act did, as codes; names only of what people of the shop call so themselves. */
export function detailsOfAct(db: ReadDb, act: DoneAct, kind: AuditKind): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'undo':
      return { of: undoneKind(db, act) };
    case 'import':
      return act.kind === 'importArchive' ? { archive: true } : {};
    case 'settings':
      return { settings: valuesOf(db, safetySettingsIn(db, act.seq)) };
    case 'people':
    case 'rights':
      return ofPeople(db, act);
    case 'branch':
      return { change: act.written.types.has('party') ? 'clients' : changeOf(changesIn(db, act.seq, 'branch')) };
    default:
      return {};
  }
}

/** The kind of act that this one undoes. */
export function undoneKind(db: ReadDb, { undoes }: DoneAct): string | undefined {
  return db.readColumn<[string | null], string>('SELECT kind FROM act WHERE id = ?').get(undoes);
}

/** Settings that an act set and that say who sees what. */
export function safetySettingsIn(db: ReadDb, seq: number): readonly (typeof safetySettings)[number][] {
  const ids = new Set(changesIn(db, seq, 'setting').map(({ id }) => id));
  return safetySettings.filter((name) => ids.has(name));
}

/** Whether an act says of somebody who was there already what she may see or do. */
export function isOfRights(db: ReadDb, seq: number): boolean {
  return changesIn(db, seq, 'user').some(({ changes }) => ['role', 'teamId', 'branchId'].some((field) => changes?.[field]));
}

interface Change {
  readonly id: string;
  /** Values before and after by field; null for a new record. */
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>> | null;
}

function changesIn(db: ReadDb, seq: number, type: string): readonly Change[] {
  return db
    .read<[number, string], { id: string; changes: string | null }>(
      "SELECT record_id AS id, changes FROM history WHERE act_seq = ? AND record_type = ? AND operation <> 'purge' ORDER BY seq",
    )
    .all(seq, type)
    .map(({ id, changes }) => ({ id, changes: changes === null ? null : (JSON.parse(changes) as Change['changes']) }));
}

function changeOf(changes: readonly Change[]): 'made' | 'away' | 'back' | 'changed' {
  if (changes.some((one) => one.changes === null)) return 'made';
  const archived = changes.find((one) => one.changes?.['archivedAt'])?.changes?.['archivedAt'];
  if (!archived) return 'changed';
  return archived[1] === null ? 'back' : 'away';
}

function ofPeople(db: ReadDb, { seq, written }: DoneAct) {
  if (written.types.has('team')) return { change: changeOf(changesIn(db, seq, 'team')), team: true };
  const people = changesIn(db, seq, 'user');
  const role = people.find(({ changes }) => changes?.['role'])?.changes?.['role'];
  return { change: changeOf(people), ...(role && { from: roleCalled(db, role[0]), to: roleCalled(db, role[1]) }) };
}

/** One that every shop has goes by its id, which has words in every language. */
function roleCalled(db: ReadDb, id: unknown): string {
  const name = db.readColumn<[string], string>('SELECT name FROM role WHERE id = ?').get(String(id)) ?? '';
  return isBuiltIn(String(id)) || name === '' ? String(id) : name;
}

/** Lists of the shop's own words are too long to be told. */
function valuesOf(db: ReadDb, names: readonly string[]): Readonly<Record<string, unknown>> {
  const value = db.readColumn<[string], string>('SELECT value FROM setting WHERE id = ?');
  return Object.fromEntries(
    names.map((name) => {
      const kept = JSON.parse(value.get(name) ?? 'null') as unknown;
      return [name, typeof kept === 'object' ? null : kept];
    }),
  );
}
