import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Entrance } from '#core/entrance/entrance.ts';
import { readBrowserKey } from '#core/host/http/browser-key.ts';
import { serveHttp } from '#core/host/http/serve-http.ts';
import { servePorts } from '#core/host/serve-port.ts';
import { router } from '#core/router.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { pageClient, restClient, windowClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { commandLineClient } from '#test/rights/command-line-client.ts';

/** Within the program, from the page, from another program with the shell's key or one of her own, from a window, typed. */
export const waysIn = ['inside', 'page', 'program', 'ownKey', 'window', 'commandLine'] as const;
export type WayIn = (typeof waysIn)[number];

/** The same shop by each way. */
export interface WaysIn {
  as(way: WayIn, userId: string): Client;
  close(): Promise<void>;
}

interface Opening {
  readonly entrance: Entrance;
  readonly directory: string;
  /** A key of everybody's own, by user. */
  readonly keys: ReadonlyMap<string, string>;
}

export async function openWaysIn({ entrance, directory, keys }: Opening): Promise<WaysIn> {
  const key = readBrowserKey(directory);
  const rendererDirectory = join(directory, 'page');
  mkdirSync(rendererDirectory);
  const server = await serveHttp({ entrance, port: 0, rendererDirectory, key });
  const { port } = server;
  const windowHost = servePorts(entrance);
  const windows = new Map([...keys.keys()].map((userId) => [userId, windowClient(windowHost, { [actorHeader]: userId })]));
  function inside(userId: string): Client {
    const core = entrance.core();
    const found = core?.actorOf(userId);
    if (!core || found?.type !== 'actor') throw new Error('nobody looks');
    return createRouterClient(router, { context: { core, actor: found.actor, apiAddress: `http://127.0.0.1:${port}/api/v1` } });
  }
  return {
    as(way, userId) {
      const who = { [actorHeader]: userId };
      switch (way) {
        case 'inside':
          return inside(userId);
        case 'page':
          return pageClient({ port, key }, who);
        case 'program':
          return restClient({ port, key }, who);
        case 'ownKey':
          return restClient({ port, key: keys.get(userId) ?? '' });
        case 'window':
          return windows.get(userId)!.client;
        case 'commandLine':
          return commandLineClient(directory, userId);
      }
    },
    async close() {
      for (const { close } of windows.values()) close();
      await server.close();
    },
  };
}
