import { startDuties } from '#core/clock/start-duties.ts';
import { openCore } from '#core/core.ts';
import type { CoreOptions } from '#core/core.ts';
import { readBrowserKey } from '#core/host/http/browser-key.ts';
import { serveHttp } from '#core/host/http/serve-http.ts';

export interface HostOptions extends CoreOptions {
  readonly dataDirectory: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly rendererDirectory: string;
}

export interface Host {
  /** The address to open, with its key. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the data, serves it to browsers and programs on this computer, and does what is due by the clock.
 * @throws {DatabaseError} when the data can't be used; EADDRINUSE when the port is taken
 */
export async function startHost({ dataDirectory, port, rendererDirectory, ...options }: HostOptions): Promise<Host> {
  const core = openCore(dataDirectory, options);
  const key = readBrowserKey(dataDirectory);
  try {
    const server = await serveHttp({ core, port, rendererDirectory, key });
    await core.hub.resume();
    const stopDuties = startDuties(core);
    return {
      url: `http://127.0.0.1:${server.port}/?key=${key}`,
      async close() {
        await stopDuties();
        await server.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}
