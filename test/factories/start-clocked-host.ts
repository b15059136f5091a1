import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClockAnswer, ClockOrder } from '#test/factories/clocked-host.ts';

export interface ClockedHostOptions {
  /** Made when it isn't there, and left as it is: a host started on it again goes on. */
  readonly dataDirectory: string;
  /** UTC milliseconds its clock says at first. */
  readonly at: number;
  /** Any that is free, unless named; a page opened before can go on with the same one. */
  readonly port?: number;
  /** Where the built page is, for a test with a browser. */
  readonly rendererDirectory?: string;
}

export interface ClockedHost {
  /** The address to open, with its key. */
  readonly url: string;
  readonly key: string;
  readonly port: number;
  /** Leaps to a moment (UTC milliseconds); what is due by then has been done when this is over. */
  setClock(at: number): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in good order; does nothing where it has ended. */
  close(): Promise<void>;
}

/** The product in a process of its own, with a clock that the test sets; what was due at the start has been done. */
export async function startClockedHost({ dataDirectory, at, port, rendererDirectory }: ClockedHostOptions): Promise<ClockedHost> {
  const child = fork(
    join(import.meta.dirname, 'clocked-host.ts'),
    [dataDirectory, String(at), String(port ?? 0), ...(rendererDirectory === undefined ? [] : [rendererDirectory])],
    // The flags of the test runner are not those of the product.
    { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit');
  const answers = (isIt: (answer: ClockAnswer) => boolean) =>
    new Promise<ClockAnswer>((resolve, reject) => {
      const listen = (answer: ClockAnswer) => {
        if (!isIt(answer)) return;
        child.off('message', listen);
        resolve(answer);
      };
      child.on('message', listen);
      void ended.then(() => reject(new Error('the host ended without an answer')));
    });
  const ready = await answers(({ type }) => type === 'ready');
  const url = new URL(ready.type === 'ready' ? ready.url : '');
  let orders = 0;
  return {
    url: url.href,
    key: url.searchParams.get('key') ?? '',
    port: Number(url.port),
    async setClock(moment) {
      const order = ++orders;
      const done = answers((answer) => answer.type === 'set' && answer.order === order);
      child.send({ type: 'set', at: moment, order } satisfies ClockOrder);
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
