import type { ReadyOffice } from '#test/factories/clocked-office.ts';
import { startClockedProcess } from '#test/factories/clocked-process.ts';
import type { ClockedProcess } from '#test/factories/clocked-process.ts';

export type ClockedOffice = ReadyOffice & Pick<ClockedProcess<ReadyOffice>, 'setClock' | 'kill' | 'close'>;

/** Head office in a process of its own, with a clock that the test sets. */
export async function startClockedOffice({
  dataDirectory,
  at,
  port,
}: {
  readonly dataDirectory: string;
  readonly at: number;
  readonly port: number;
}): Promise<ClockedOffice> {
  const started = await startClockedProcess<ReadyOffice>('clocked-office.ts', [dataDirectory, String(at), String(port)]);
  return { ...started, ...started.ready };
}
