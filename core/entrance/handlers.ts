import { implement } from '@orpc/server';
import type { Entrance } from '#core/entrance/entrance.ts';
import type { Tried } from '#core/encryption/keyring.ts';
import { rescueHandlers } from '#core/entrance/rescue-handlers.ts';
import { entranceContract } from '#shared/entrance/contract.ts';

export interface EntranceContext {
  readonly entrance: Entrance;
}

const procedures = implement(entranceContract).$context<EntranceContext>();

/** What can be asked before the data is open. */
export const entranceRouter = procedures.router({
  state: procedures.state.handler(({ context: { entrance } }) => entrance.state()),
  unlock: procedures.unlock.handler(async ({ context: { entrance }, input, errors }) => {
    refuseUnless(await entrance.unlock(input.passphrase), errors);
    return entrance.state();
  }),
  recover: procedures.recover.handler(async ({ context: { entrance }, input, errors }) => {
    refuseUnless(await entrance.recover(input.recoveryCode, input.passphrase), errors);
    return entrance.state();
  }),
  retry: procedures.retry.handler(({ context: { entrance } }) => entrance.retry()),
  rescue: rescueHandlers,
});

interface Errors {
  readonly WRONG_PASSPHRASE: () => Error;
  readonly WRONG_RECOVERY_CODE: () => Error;
  readonly MISTYPED_RECOVERY_CODE: () => Error;
  readonly NOT_LOCKED: () => Error;
  readonly KEYS_DAMAGED: () => Error;
  readonly WAIT: (options: { data: { until: number } }) => Error;
}

/** Why the data stays locked, as the contract says it. */
function refuseUnless(tried: Tried, errors: Errors) {
  switch (tried.type) {
    case 'key':
      return;
    case 'wrongPassphrase':
      throw errors.WRONG_PASSPHRASE();
    case 'wrongRecoveryCode':
      throw errors.WRONG_RECOVERY_CODE();
    case 'mistypedRecoveryCode':
      throw errors.MISTYPED_RECOVERY_CODE();
    case 'notLocked':
      throw errors.NOT_LOCKED();
    case 'wait':
      throw errors.WAIT({ data: { until: tried.until } });
    default:
      throw errors.KEYS_DAMAGED();
  }
}
