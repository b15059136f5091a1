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

/** The product in a process of its own, spoken to as any other program would. */
export interface SpawnedHost {
  readonly client: JsonifiedClient<ContractRouterClient<typeof contract>>;
  /** Megabytes of memory now and at most, and the longest time (ms) its main loop was held up, since `reset`. */
  state(): Promise<{ readonly rss: number; readonly peakRss: number; readonly longestStall: number }>;
  reset(): void;
  stop(): Promise<void>;
}

export async function spawnHost(dataDirectory: string): Promise<SpawnedHost> {
  const child = fork(join(import.meta.dirname, 'host-process.ts'), [dataDirectory]);
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
    client: createORPCClient(link),
    async state() {
      const answer = nextMessage('state');
      child.send('state');
      const { rss, peakRss, longestStall } = await answer;
      return { rss: rss / bytesPerMegabyte, peakRss: peakRss / bytesPerMegabyte, longestStall };
    },
    reset: () => void child.send('reset'),
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
