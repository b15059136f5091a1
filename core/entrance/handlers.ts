import { implement } from '@orpc/server';
import type { Entrance } from '#core/entrance/entrance.ts';
import { entranceContract } from '#shared/entrance/contract.ts';

export interface EntranceContext {
  readonly entrance: Entrance;
}

const procedures = implement(entranceContract).$context<EntranceContext>();

/** What can be asked before the data is open. */
export const entranceRouter = procedures.router({
  state: procedures.state.handler(({ context: { entrance } }) => entrance.state()),
  unlock: procedures.unlock.handler(({ errors }) => {
    throw errors.NOT_LOCKED();
  }),
  recover: procedures.recover.handler(({ errors }) => {
    throw errors.NOT_LOCKED();
  }),
  retry: procedures.retry.handler(({ context: { entrance } }) => entrance.retry()),
});
