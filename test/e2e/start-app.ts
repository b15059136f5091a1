import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningApp = {
  /** Where the app is served, with its key. */
  readonly url: string;
  /** The folder of this app's database, empty before it started. */
  readonly dataDirectory: string;
  /** Ends the app and deletes its folder. */
  readonly close: () => Promise<void>;
};

const READY = /Cartera is ready at (\S+)\s/;
const START_MAY_TAKE_MS = 60_000;
const STOP_MAY_TAKE_MS = 10_000;

export type StartOptions = {
  /** A folder that is there already, and stays when the app is closed. */
  readonly dataDirectory?: string;
};

/** Starts the app as `npm start -- --headless` does, on any free port and on an empty data folder unless one is named. */
export async function startApp({ dataDirectory: given }: StartOptions = {}): Promise<RunningApp> {
  const dataDirectory = given ?? (await createDataDirectory());
  const host = spawn(process.execPath, ['build/start.ts', '--headless', '--port', '0', '--data', dataDirectory], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await waitUntilReady(host);
  return {
    url,
    dataDirectory,
    close: async () => {
      await stop(host);
      if (given === undefined) {
        await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

/** An empty folder of its own for one run of the app. */
export function createDataDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cartera-e2e-'));
}

function waitUntilReady(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(
      () => reject(new Error(`Cartera did not get ready in time. It said:\n${output}`)),
      START_MAY_TAKE_MS,
    );
    const listen = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const url = READY.exec(output)?.[1];
      if (url !== undefined) {
        clearTimeout(deadline);
        resolve(url);
      }
    };
    host.stdout?.on('data', listen);
    host.stderr?.on('data', listen);
    host.on('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`Cartera ended with code ${code} before it was ready. It said:\n${output}`));
    });
  });
}

async function stop(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) {
    return;
  }
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  const kill = setTimeout(() => host.kill('SIGKILL'), STOP_MAY_TAKE_MS);
  await ended;
  clearTimeout(kill);
}
