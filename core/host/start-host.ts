import { openCore } from '#core/core.ts';
import { readBrowserKey } from '#core/host/http/browser-key.ts';
import { serveHttp } from '#core/host/http/serve-http.ts';

export interface HostOptions {
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
 * Opens the data and serves it to browsers and programs on this computer.
 * @throws {DatabaseError} when the data can't be used; EADDRINUSE when the port is taken
 */
export async function startHost({ dataDirectory, port, rendererDirectory }: HostOptions): Promise<Host> {
  const core = openCore(dataDirectory);
  const key = readBrowserKey(dataDirectory);
  try {
    const server = await serveHttp({ core, port, rendererDirectory, key });
    return {
      url: `http://127.0.0.1:${server.port}/?key=${key}`,
      async close() {
        await server.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}
