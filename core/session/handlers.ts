import { ORPCError } from '@orpc/server';
import { noteAudit } from '#core/audit/note-audit.ts';
import { isAllowed } from '#core/people/allow.ts';
import { findPerson } from '#core/people/queries.ts';
import { readOwner } from '#core/people/users.ts';
import type { CallContext } from '#core/procedure.ts';
import { procedures } from '#core/procedure.ts';
import { readEntrants } from '#core/session/entrants.ts';
import { enter } from '#core/session/enter.ts';
import { isProtected, keepIdleMinutes, readIdleMinutes } from '#core/session/logins.ts';
import { readLoginLog } from '#core/session/login-log.ts';
import { presenceOf } from '#core/session/presence.ts';
import { readSessions } from '#core/session/sessions.ts';
import { secretHandlers } from '#core/session/secret-handlers.ts';
import { readSettings } from '#core/settings/settings.ts';
import { mustNotWatch } from '#core/session/must-not-watch.ts';
import { shortly } from '#core/session/write-behind.ts';
import type { Actor } from '#shared/people/permission.ts';

const { session } = procedures;

export const sessionHandlers = {
  ...secretHandlers,
  people: session.people.handler(({ context: { core } }) => {
    const { db } = core.store;
    const { shopName, country, language, theme } = readSettings(db);
    const people = readEntrants(db);
    return { isProtected: isProtected(db), ownerId: readOwner(db).userId, people, shopName, country, language, theme };
  }),
  begin: session.begin.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    if (!isProtected(store.db)) throw errors.NOT_PROTECTED();
    const entered = await enter(store, { ...input, patience: shortly });
    if (entered.type === 'passwordNeeded') throw errors.PASSWORD_NEEDED({ data: { userId: input.userId } });
    if (entered.type === 'wrong') throw errors.WRONG_SECRET({ data: { retryAt: entered.retryAt } });
    if (entered.type === 'early') throw errors.TRY_LATER({ data: { retryAt: entered.retryAt } });
    const { way = 'program', userAgent = '', session: left = null } = context.caller ?? {};
    const token = await presenceOf(store).begin({ user: entered.actor, way, userAgent, left });
    return { token, userId: entered.actor.userId, idleMinutes: readIdleMinutes(store.db) };
  }),
  lock: session.lock.handler(async ({ context: { core, caller } }) => {
    const open = caller?.session ?? null;
    if (open !== null) await presenceOf(core.store).lock(open);
    return { isLocked: open !== null };
  }),
  unlock: session.unlock.handler(async ({ context: { core, caller }, input, errors }) => {
    const { store } = core;
    const locked = caller?.session ?? null;
    if (locked === null) throw errors.SESSION_ENDED();
    const entered = await enter(store, { userId: locked.userId, secret: input.secret, patience: shortly });
    if (entered.type === 'passwordNeeded') throw errors.PASSWORD_NEEDED({ data: { userId: locked.userId } });
    if (entered.type === 'wrong') throw errors.WRONG_SECRET({ data: { retryAt: entered.retryAt } });
    if (entered.type === 'early') throw errors.TRY_LATER({ data: { retryAt: entered.retryAt } });
    await presenceOf(store).unlock(locked);
    return { userId: locked.userId, idleMinutes: readIdleMinutes(store.db) };
  }),
  end: session.end.handler(async ({ context: { core, caller } }) => {
    const open = caller?.session ?? null;
    if (open === null) return { ended: 0 };
    await presenceOf(core.store).end(open, findPerson(core.store.db, open.userId)?.name ?? '');
    return { ended: 1 };
  }),
  touch: session.touch.handler(({ context: { core, caller }, input }) => {
    if (input.isActive) caller?.noteActive();
    return { idleMinutes: readIdleMinutes(core.store.db) };
  }),
  list: session.list.handler(({ context, input }) => {
    const { db } = context.core.store;
    const { caller } = context;
    return readSessions(db, readable(context, input?.all)).map(({ lockedAt, ...row }) => ({
      ...row,
      isLocked: lockedAt !== null,
      isThis: row.id === caller?.session?.id,
    }));
  }),
  endAll: session.endAll.handler(async ({ context: { core, actor, caller }, input }) => {
    mustNotWatch(actor);
    const { store } = core;
    const userId = input?.userId ?? actor.userId;
    if (userId !== actor.userId) mustManage(actor);
    const subject = findPerson(store.db, userId)?.name ?? '';
    const ended = await store.keep((tx) => {
      const at = store.now();
      noteAudit(tx, { at, actor, kind: 'signOut', subject, details: { everywhere: true } });
      return presenceOf(store).endAll(tx, userId, { at, but: caller?.session?.id ?? null });
    });
    return { ended };
  }),
  policy: session.policy.handler(({ context: { core } }) => ({ idleMinutes: readIdleMinutes(core.store.db) })),
  setPolicy: session.setPolicy.handler(async ({ context: { core, actor }, input: { idleMinutes } }) => {
    mustNotWatch(actor);
    await core.store.keep((tx) => {
      keepIdleMinutes(tx, idleMinutes);
      noteAudit(tx, { at: core.store.now(), actor, kind: 'settings', subject: 'idleLock', details: { idleMinutes } });
    });
    return { idleMinutes };
  }),
  log: session.log.handler(({ context, input }) => {
    const userId = readable(context, input?.all);
    return readLoginLog(context.core.store.db, { userId, limit: input?.limit ?? 100 });
  }),
};

/** Whose may be read: one's own, or with the right to manage people everybody's (null), where that is asked for. */
function readable({ actor }: CallContext, all: boolean | undefined): string | null {
  if (all !== true) return actor.userId;
  mustManage(actor);
  return null;
}

function mustManage(actor: Actor) {
  if (isAllowed(actor, 'people.manage')) return;
  throw new ORPCError('FORBIDDEN', { status: 403, data: { permission: 'people.manage' } });
}
