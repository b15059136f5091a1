import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

// Contestants run in processes of their own, asked one thing after another.

interface Question {
  readonly task: string;
  readonly given: unknown;
}

interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

export interface Usage {
  /** Milliseconds of processor time of all its threads since it began. */
  readonly processor: number;
  /** Megabytes. */
  readonly memory: number;
}

export type Tasks = Readonly<Record<string, (given: never) => unknown>>;

/** In the process itself: does what it is asked. */
export function serveTasks(tasks: Tasks) {
  const all: Tasks = { usage, stop: () => process.exit(), ...tasks };
  process.on('message', (message) => void answer(all, message as Question));
  process.send?.({ result: 'ready' } satisfies Answer);
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { processor: (user + system) / 1000, memory: process.memoryUsage.rss() / 1024 / 1024 };
}

async function answer(tasks: Tasks, { task, given }: Question) {
  try {
    process.send?.({ result: await tasks[task]?.(given as never) } satisfies Answer);
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answer);
  }
}

/** A process that `serveTasks`, as its parent sees it. */
export interface Helper {
  ask<Result>(task: string, given?: unknown): Promise<Result>;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface HelperOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** @param script in this folder */
export async function startHelper(script: string, { args = [], env = {} }: HelperOptions = {}): Promise<Helper> {
  const child = fork(join(import.meta.dirname, script), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  async function next(): Promise<unknown> {
    const over = ended.then(() => ({ error: `${script} ended` }));
    const [message] = (await Promise.race([once(child, 'message'), over.then((each) => [each])])) as [Answer];
    if (message.error !== undefined) throw new Error(message.error);
    return message.result;
  }
  await next();
  const helper: Helper = {
    ask: async <Result>(task: string, given?: unknown) => {
      child.send({ task, given: given ?? null });
      return (await next()) as Result;
    },
    usage: () => helper.ask('usage'),
    async stop() {
      child.send({ task: 'stop', given: null } satisfies Question);
      await ended;
    },
  };
  return helper;
}
