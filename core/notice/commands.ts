import { noticeRecord } from '#core/notice/notice.ts';
import { findPerson } from '#core/people/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import type { Notice } from '#shared/notice/contract.ts';

export interface NewNotice {
  /** From deterministicId, for what must be told once however often it is noticed. */
  readonly id?: string;
  readonly userId: string;
  readonly kind: Notice['kind'];
  /** The moment it is about, UTC milliseconds; now, where left out. */
  readonly at?: number;
  /** Words somebody wrote into a rule. */
  readonly text?: string;
  /** Names for the sentence: `title`, `client`, `who`... */
  readonly params?: Notice['params'];
  /** What to open. */
  readonly record?: { readonly type: NonNullable<Notice['recordType']>; readonly id: string };
}

/** Tells somebody of the shop. @returns the notice, also when it was there; null for who left or was never there */
export function notify(act: Act, { id = newId(), userId, kind, at, text, params, record }: NewNotice): Notice | null {
  const told = readRecord(act.tx, noticeRecord, id)?.row;
  if (told) return told;
  const person = findPerson(act.tx, userId);
  if (!person || person.archivedAt !== null || isElsewhere(act, person)) return null;
  return createRecord(act, noticeRecord, {
    id,
    userId,
    kind,
    at: at ?? act.at,
    text: text ?? '',
    params: params ?? {},
    recordType: record?.type ?? null,
    recordId: record?.id ?? null,
    createdAt: act.at,
    readAt: null,
    branchId: person.branchId,
  });
}

/** Another branch's people have nothing of what they would be told of here, and head office would refuse it. */
function isElsewhere({ branchId: own }: Act, { branchId }: { readonly branchId: string | null }): boolean {
  return own !== null && branchId !== null && branchId !== own;
}

/** Marks notices of one person as read. */
export function markRead(act: Act, userId: string, ids: readonly string[] | 'all'): void {
  const unread = act.tx.readColumn<[string], string>('SELECT id FROM notice WHERE user_id = ? AND read_at IS NULL').all(userId);
  const wanted = ids === 'all' ? unread : unread.filter((id) => ids.includes(id));
  for (const id of wanted) changeRecord(act, noticeRecord, { id, changes: { readAt: act.at } });
}
