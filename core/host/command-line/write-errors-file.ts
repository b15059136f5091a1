import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '#core/host/command-line/faults.ts';
import { failedRowsFile } from '#core/import/failed-rows-file.ts';
import type { FailedRow } from '#core/import/import-result.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import type { Language } from '#shared/settings/contract.ts';

export interface ErrorsFileRequest {
  readonly failed: readonly FailedRow[];
  readonly mapping: Mapping;
  readonly language: Language;
  /** The list that was imported. */
  readonly path: string;
  readonly dataDirectory: string;
}

/**
 * Writes the rows that were not imported beside their list, or in the data folder where nothing may be written there.
 * A file of an earlier import, which somebody may be mending, is left as it is.
 * @returns its path, or null when there are no such rows
 */
export async function writeErrorsFile({
  failed,
  mapping,
  language,
  path,
  dataDirectory,
}: ErrorsFileRequest): Promise<string | null> {
  if (failed.length === 0) return null;
  const text = failedRowsFile(failed, mapping, language);
  const folders = [dirname(path), join(dataDirectory, 'imports')];
  let lastError: unknown;
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      return await writeFreely(folder, basename(path), text);
    } catch (error) {
      lastError = error;
    }
  }
  throw new CommandError('cannotWrite', { path: join(folders[1] ?? '', basename(path)) }, lastError);
}

async function writeFreely(folder: string, name: string, text: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? `${name}.errors.csv` : `${name}.errors-${number}.csv`);
    try {
      await writeFile(path, text, { flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    }
  }
}
