import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#shared/contract.ts';
import type { HostMessage } from '#test/bench/host-process.ts';

const bytesPerMegabyte = 1024 * 1024;

/** Since `reset`. */
export interface HostState {
  /** Megabytes now, and at most. */
  readonly rss: number;
  readonly peakRss: number;
  /** Milliseconds its main loop was held up at most. */
  readonly longestStall: number;
  /** Milliseconds of all its threads together. */
  readonly processorTime: number;
}

/** The product in a process of its own, spoken to as any other program would. */
export interface SpawnedHost {
  /** What a browser opens. */
  readonly url: string;
  readonly client: JsonifiedClient<ContractRouterClient<typeof contract>>;
  state(): Promise<HostState>;
  reset(): void;
  stop(): Promise<void>;
}

/** @param rendererDirectory the built page; without it only programs are served */
export async function spawnHost(dataDirectory: string, rendererDirectory?: string): Promise<SpawnedHost> {
  const given = rendererDirectory === undefined ? [dataDirectory] : [dataDirectory, rendererDirectory];
  const child = fork(join(import.meta.dirname, 'host-process.ts'), given);
  const ready = await nextMessage('ready');
  const url = new URL(ready.url);
  const link = new OpenAPILink(contract, {
    url: `${url.origin}/api/v1`,
    headers: { authorization: `Bearer ${url.searchParams.get('key')}` },
  });
  async function nextMessage<Type extends HostMessage['type']>(type: Type) {
    for (;;) {
      const [message] = (await once(child, 'message')) as [HostMessage];
      if (message.type === type) return message as Extract<HostMessage, { type: Type }>;
    }
  }
  return {
    url: ready.url,
    client: createORPCClient(link),
    async state() {
      const answer = nextMessage('state');
      child.send('state');
      const { rss, peakRss, longestStall, processorTime } = await answer;
      return { rss: rss / bytesPerMegabyte, peakRss: peakRss / bytesPerMegabyte, longestStall, processorTime };
    },
    reset: () => void child.send('reset'),
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
