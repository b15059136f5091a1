import { createEntrance } from '#core/entrance/entrance.ts';
import { resumeWork } from '#core/entrance/resume-work.ts';
import type { EntranceOptions } from '#core/entrance/entrance.ts';
import { readBrowserKey } from '#core/host/http/browser-key.ts';
import { serveHttp } from '#core/host/http/serve-http.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

export interface HostOptions extends EntranceOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly rendererDirectory: string;
}

export interface Host {
  /** The address to open, with its key. */
  readonly url: string;
  /** How it stands with the data; where it isn't open, the page says why and what can be done. */
  state(): EntranceState;
  close(): Promise<void>;
}

/**
 * Opens the data, serves it to browsers and programs on this computer, and does what is due by the clock. Data that can't be opened is
 * told of in the page.
 * @throws EADDRINUSE when the port is taken; the error of the folder when it can't be written
 */
export async function startHost({ port, rendererDirectory, ...options }: HostOptions): Promise<Host> {
  const entrance = createEntrance(options);
  try {
    const key = readBrowserKey(options.dataDirectory);
    const server = await serveHttp({ entrance, port, rendererDirectory, key });
    await entrance.opened();
    await entrance.whenOpen(resumeWork);
    return {
      url: `http://127.0.0.1:${server.port}/?key=${key}`,
      state: entrance.state,
      async close() {
        await server.close();
        await entrance.close();
      },
    };
  } catch (error) {
    await entrance.close();
    throw error;
  }
}
