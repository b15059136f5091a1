import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a parent tells a process whose clock it sets, and what it answers. */
export type ClockOrder = { readonly type: 'set'; readonly at: number; readonly order: number } | { readonly type: 'stop' };
export type ClockAnswer<Ready> =
  | { readonly type: 'ready'; readonly ready: Ready }
  | { readonly type: 'set'; readonly order: number };

export interface ClockedProcess<Ready> {
  readonly ready: Ready;
  /** Leaps to a moment (UTC milliseconds); what is due by then has been done when this is over. */
  setClock(at: number): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in good order; does nothing where it has ended. */
  close(): Promise<void>;
}

/** Runs a script of this folder as a process of its own; what was due at its start has been done. */
export async function startClockedProcess<Ready>(script: string, args: readonly string[]): Promise<ClockedProcess<Ready>> {
  // The flags of the test runner are not those of the product.
  const child = fork(join(import.meta.dirname, script), [...args], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const answers = (isIt: (answer: ClockAnswer<Ready>) => boolean) =>
    new Promise<ClockAnswer<Ready>>((resolve, reject) => {
      const listen = (answer: ClockAnswer<Ready>) => {
        if (!isIt(answer)) return;
        child.off('message', listen);
        resolve(answer);
      };
      child.on('message', listen);
      void ended.then(() => reject(new Error(`${script} ended without an answer`)));
    });
  const first = await answers(({ type }) => type === 'ready');
  if (first.type !== 'ready') throw new Error('another answer came first');
  let orders = 0;
  return {
    ready: first.ready,
    async setClock(at) {
      const order = ++orders;
      const done = answers((answer) => answer.type === 'set' && answer.order === order);
      child.send({ type: 'set', at, order } satisfies ClockOrder);
      await done;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async close() {
      if (child.connected) child.send({ type: 'stop' } satisfies ClockOrder);
      await ended;
    },
  };
}
