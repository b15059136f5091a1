import { markRead } from '#core/notice/commands.ts';
import { countUnread, listNotices } from '#core/notice/queries.ts';
import { procedures } from '#core/procedure.ts';

const { notice } = procedures;

export const noticeHandlers = {
  list: notice.list.handler(({ context: { core, actor }, input }) =>
    listNotices(core.store.db, { ...input, userId: actor.userId }),
  ),
  markRead: notice.markRead.handler(async ({ context: { core, actor }, input: { ids } }) => {
    // Reading is nothing that anybody would look for among the last acts.
    await core.store.perform({ actor, kind: 'clock', subject: '' }, (act) => markRead(act, actor.userId, ids));
    return { unreadCount: countUnread(core.store.db, actor.userId) };
  }),
};
