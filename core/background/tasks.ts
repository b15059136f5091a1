import { moveClientsOf } from '#core/branch/move-clients.ts';
import { changeManyDeals } from '#core/deal/change-many.ts';
import { createDemo } from '#core/demo/commands.ts';
import type { DemoCounts, DemoRequest } from '#core/demo/commands.ts';
import { undoAct } from '#core/history/commands.ts';
import type { UndoOutcome, UndoRequest } from '#core/history/commands.ts';
import { changeMany } from '#core/party/change-many.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor } from '#shared/people/permission.ts';

/** Acts that may touch so many records that they would hold everything else up. Input and output cross a thread. */
export const tasks = {
  changeMany,
  changeManyDeals,
  moveClients: moveClientsOf,
  async demo(store: Store, actor: Actor, request: DemoRequest): Promise<DemoCounts & { readonly actId: string }> {
    const { actId, result } = await store.perform({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, request));
    return { actId, ...result };
  },
  undo: (store: Store, actor: Actor, request: Omit<UndoRequest, 'actor'>): Promise<UndoOutcome> =>
    undoAct(store, { actor, ...request }),
} satisfies Record<string, (store: Store, actor: Actor, input: never) => Promise<unknown>>;

export type Tasks = typeof tasks;
export type TaskInput<Name extends keyof Tasks> = Parameters<Tasks[Name]>[2];
export type TaskOutput<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;
