import type { ReadDb } from '#core/database/connection.ts';
import { noticeRecord } from '#core/notice/notice.ts';
import { decodeRow } from '#core/records/write.ts';
import type { Notice } from '#shared/notice/contract.ts';

export interface NoticesRequest {
  readonly userId: string;
  readonly unread: boolean;
  /** Only those made since, UTC milliseconds. */
  readonly since?: number | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What somebody is told, newest first. */
export function listNotices(db: ReadDb, { userId, unread, since = 0, offset, limit }: NoticesRequest) {
  const where = `user_id = ? AND created_at >= ? ${unread ? 'AND read_at IS NULL' : ''}`;
  const rows = db
    .read<(string | number)[], Record<string, unknown>>(
      `SELECT * FROM notice WHERE ${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .all(userId, since, limit, offset)
    .map((row): Notice => decodeRow(noticeRecord, row));
  const total = db.readColumn<[string, number], number>(`SELECT count(*) FROM notice WHERE ${where}`).get(userId, since) ?? 0;
  return { rows, total, unreadCount: countUnread(db, userId) };
}

/** How many notices somebody has not read. */
export function countUnread(db: ReadDb, userId: string): number {
  return db.readColumn<[string], number>('SELECT count(*) FROM notice WHERE user_id = ? AND read_at IS NULL').get(userId) ?? 0;
}
