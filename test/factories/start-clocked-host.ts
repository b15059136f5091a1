import { startClockedProcess } from '#test/factories/clocked-process.ts';
import type { ClockedProcess } from '#test/factories/clocked-process.ts';

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

export interface ClockedHost extends Pick<ClockedProcess<string>, 'setClock' | 'kill' | 'close'> {
  /** The address to open, with its key. */
  readonly url: string;
  readonly key: string;
  readonly port: number;
}

/** The product in a process of its own, with a clock that the test sets; what was due at the start has been done. */
export async function startClockedHost({ dataDirectory, at, port, rendererDirectory }: ClockedHostOptions): Promise<ClockedHost> {
  const page = rendererDirectory === undefined ? [] : [rendererDirectory];
  const started = await startClockedProcess<string>('clocked-host.ts', [dataDirectory, String(at), String(port ?? 0), ...page]);
  const url = new URL(started.ready);
  return { ...started, url: url.href, key: url.searchParams.get('key') ?? '', port: Number(url.port) };
}
