import { assertNever, procedures } from '#core/procedure.ts';
import { readIdleMinutes } from '#core/session/logins.ts';
import { mustNotWatch } from '#core/session/must-not-watch.ts';
import { recover } from '#core/session/recover.ts';
import { setSecret } from '#core/session/set-secret.ts';

const { session } = procedures;

export const secretHandlers = {
  setSecret: session.setSecret.handler(async ({ context: { core, actor, caller }, input, errors }) => {
    mustNotWatch(actor);
    const { userId = actor.userId, kind, secret = '', current = '' } = input;
    const { way = 'program', userAgent = '', session: open = null } = caller ?? {};
    const request = { actor, userId, kind, secret, current, session: open, way, userAgent } as const;
    const outcome = await setSecret(core.store, request);
    switch (outcome.type) {
      case 'set': {
        const { token, recoveryCode } = outcome;
        const idleMinutes = readIdleMinutes(core.store.db);
        return { recoveryCode, session: token === null ? null : { token, userId: actor.userId, idleMinutes } };
      }
      case 'refused':
        throw errors.REFUSED({ data: { field: 'secret', code: outcome.code } });
      case 'wrong':
        throw errors.WRONG_SECRET({ data: { retryAt: outcome.retryAt } });
      case 'early':
        throw errors.TRY_LATER({ data: { retryAt: outcome.retryAt } });
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id: userId } });
      case 'forbidden':
        throw errors.FORBIDDEN({ data: { permission: 'people.manage' } });
      case 'ownerFirst':
        throw errors.OWNER_FIRST({ data: { userId: outcome.ownerId } });
      case 'othersFirst':
        throw errors.OTHERS_FIRST({ data: { userIds: [...outcome.userIds] } });
      default:
        return assertNever(outcome);
    }
  }),
  recover: session.recover.handler(async ({ context: { core, caller }, input, errors }) => {
    const { way = 'program', userAgent = '' } = caller ?? {};
    const outcome = await recover(core.store, { ...input, way, userAgent });
    switch (outcome.type) {
      case 'recovered': {
        const { token, userId, recoveryCode } = outcome;
        return { recoveryCode, session: { token, userId, idleMinutes: readIdleMinutes(core.store.db) } };
      }
      case 'refused':
        throw errors.REFUSED({ data: { field: 'secret', code: outcome.code } });
      case 'wrong':
        throw errors.WRONG_SECRET({ data: { retryAt: outcome.retryAt } });
      case 'early':
        throw errors.TRY_LATER({ data: { retryAt: outcome.retryAt } });
      default:
        return assertNever(outcome);
    }
  }),
};
