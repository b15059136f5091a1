import { inspectCsv, readCsv } from './csv/read-csv.ts';
import { detectFormat } from './detect-format.ts';
import type { ContentFormat } from './detect-format.ts';
import { inspectOds, readOds } from './ods/read-ods.ts';
import type { ReadRequest } from './read-request.ts';
import { SourceError } from './source-error.ts';
import { inspectVcf, readVcf } from './vcf/read-vcf.ts';
import { inspectXls, readXls } from './xls/read-xls.ts';
import { inspectXlsx, readXlsx } from './xlsx/read-xlsx.ts';
import type { SourceInfo, SourceOptions, SourceRow } from '#shared/import/table.ts';

export { SourceError } from './source-error.ts';

/**
 * Finds out what a file is and what the user may overrule about it, without reading all of it where the format
 * allows. Throws SourceError.
 */
export async function inspectSource(path: string, options: SourceOptions): Promise<SourceInfo> {
  const request = { path, options };
  return withFileName(path, async () => inspect(request, await detectFormat(path)));
}

/**
 * Reads a file's rows in batches; the next batch is read when it is asked for. Empty rows are left out, lines count
 * on. Throws SourceError, or the signal's reason once it is aborted; rows given before an error are right.
 */
export async function* readSource(
  path: string,
  options: SourceOptions,
  signal?: AbortSignal,
): AsyncGenerator<readonly SourceRow[]> {
  const format = await withFileName(path, () => detectFormat(path));
  const batches = read({ path, options, signal }, format);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = await withFileName(path, () => batches.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await batches.return(undefined);
  }
}

function inspect(request: ReadRequest, format: ContentFormat): Promise<SourceInfo> {
  switch (format) {
    case 'xlsx':
      return inspectXlsx(request);
    case 'ods':
    case 'flatOds':
      return inspectOds(request, format);
    case 'vcf':
      return inspectVcf(request);
    case 'csv':
      return inspectCsv(request);
    default:
      return inspectXls(request, format);
  }
}

function read(request: ReadRequest, format: ContentFormat): AsyncGenerator<readonly SourceRow[]> {
  switch (format) {
    case 'xlsx':
      return readXlsx(request);
    case 'ods':
    case 'flatOds':
      return readOds(request, format);
    case 'vcf':
      return readVcf(request);
    case 'csv':
      return readCsv(request);
    default:
      return readXls(request, format);
  }
}

/** Every refusal names its file, and one that the file system makes is a refusal too. */
async function withFileName<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SourceError) throw new SourceError(error.code, { file: path, ...error.detail }, { cause: error.cause });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM')
      throw new SourceError('notFound', { file: path }, { cause: error });
    throw error;
  }
}
