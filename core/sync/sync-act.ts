import { systemActor } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import type { ActRequest } from '#core/records/begin-act.ts';
import type { Store } from '#core/records/store.ts';

/** The act in which what came from other copies is written. */
export const syncAct = { actor: systemActor, kind: 'sync', subject: '' } as const satisfies ActRequest;

/** Lets an act write records before those that they name: the database asks for them at its end. */
export function inAnyOrder<Result>({ connection }: Pick<Store, 'connection'>, work: (act: Act) => Result): (act: Act) => Result {
  return (act) => {
    connection.pragma('defer_foreign_keys = ON');
    return work(act);
  };
}
