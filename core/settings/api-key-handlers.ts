import { ORPCError } from '@orpc/server';
import { isAllowed } from '#core/people/allow.ts';
import type { CallContext } from '#core/procedure.ts';
import { procedures } from '#core/procedure.ts';
import { mustNotWatch } from '#core/session/must-not-watch.ts';
import { createApiKey, deleteApiKey, readApiKeys } from '#core/settings/api-keys.ts';
import type { ApiKey } from '#shared/settings/contract.ts';

const { settings } = procedures;

export const apiKeyHandlers = {
  createApiKey: settings.createApiKey.handler(async ({ context, input, errors }) => {
    const { core, actor } = context;
    mustNotWatch(actor);
    const { name, userId = null, scopes = null, expiresAt = null } = input;
    if (!isOwn(context, userId)) mustManage(context);
    if (userId !== null && core.actorOf(userId).type !== 'actor')
      throw errors.REFUSED({ data: { field: 'userId', code: 'unknownPerson', value: userId } });
    if (expiresAt !== null && expiresAt <= core.store.now()) throw errors.REFUSED({ data: { field: 'expiresAt', code: 'past' } });
    const { result } = await core.store.perform({ actor, kind: 'settings', subject: name }, (act) =>
      createApiKey(act, { name, userId, scopes, expiresAt }),
    );
    return result;
  }),
  listApiKeys: settings.listApiKeys.handler(({ context }) => keysOf(context)),
  deleteApiKey: settings.deleteApiKey.handler(async ({ context, input: { id }, errors }) => {
    const key = keysOf(context).find((known) => known.id === id);
    if (!key) throw errors.NOT_FOUND({ data: { id } });
    const { core, actor } = context;
    mustNotWatch(actor);
    await core.store.perform({ actor, kind: 'settings', subject: key.name }, (act) => deleteApiKey(act, key));
    return { id };
  }),
};

function keysOf(context: CallContext): ApiKey[] {
  const keys = readApiKeys(context.core.store.db);
  return isAllowed(context.actor, 'apiKey.manage') ? keys : keys.filter(({ userId }) => isOwn(context, userId));
}

function isOwn({ actor, core }: CallContext, userId: string | null): boolean {
  return actor.userId === (userId ?? core.owner().userId);
}

function mustManage({ actor }: CallContext) {
  if (isAllowed(actor, 'apiKey.manage')) return;
  throw new ORPCError('FORBIDDEN', { status: 403, data: { permission: 'apiKey.manage' } });
}
