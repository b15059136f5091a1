import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { inspectSource, readSource } from '../index.ts';
import type { SourceInfo, SourceOptions, SourceRow } from '#shared/import/table.ts';

export interface SampleFiles {
  /** Writes a file into the test's own folder and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  read(name: string, content: string | Uint8Array, options?: SourceOptions): Promise<SourceRow[]>;
  inspect(name: string, content: string | Uint8Array, options?: SourceOptions): Promise<SourceInfo>;
}

/** A temporary folder for the tests of one file. Call it where tests are declared. */
export function useSampleFiles(): SampleFiles {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cartera-readers-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  return {
    write,
    read: async (name, content, options = {}) => readAllRows(await write(name, content), options),
    inspect: async (name, content, options = {}) => inspectSource(await write(name, content), options),
  };
}

export async function readAllRows(path: string, options: SourceOptions = {}): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readSource(path, options)) rows.push(...batch);
  return rows;
}
