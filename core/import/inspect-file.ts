import { inspectSource, readSource, SourceError } from '#core/import/readers/index.ts';
import { fittingTemplate } from '#core/import/templates.ts';
import { applyTemplate } from '#shared/import/apply-template.ts';
import type { ImportTemplate } from '#core/import/import-template.ts';
import type { Inspection } from '#shared/import/contract.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import type { SourceInfo, SourceOptions, SourceRow } from '#shared/import/table.ts';

export interface InspectOptions {
  readonly source: SourceOptions;
  readonly country: string;
  readonly customFields: readonly { readonly key: string; readonly label: string }[];
  readonly templates: readonly ImportTemplate[];
}

/** Rows looked at to tell what the columns are, and rows of those shown. */
const lookedAt = 300;
const shown = 60;
const mostSheets = 12;

/**
 * Reads the beginning of a file and proposes how to bring it in.
 * @throws {SourceError} when it can't be read or has no rows
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const info = await chooseSheet(path, await inspectSource(path, options.source), options);
  const sample = await firstRows(path, sourceOf(info, options.source));
  if (sample.length === 0) throw new SourceError('noRows', {});
  const proposal = proposeMapping(sample, {
    format: info.format,
    country: options.country,
    existingCustomFields: options.customFields,
  });
  const proposed = { ...proposal.mapping, source: sourceOf(info, options.source) };
  const template = fittingTemplate(options.templates, proposed);
  return {
    info,
    sample: sample.slice(0, shown).map(({ line, cells }) => ({ line, cells: [...cells] })),
    mapping: template ? applyTemplate(template.mapping, proposed) : proposed,
    program: proposal.source,
    templateId: template?.id ?? null,
  };
}

/** The first sheet with half as many people to reach as the one with most: there may be a cover before, and lists of other things. */
async function chooseSheet(path: string, info: SourceInfo, { source, country }: InspectOptions): Promise<SourceInfo> {
  const visible = info.sheets.filter(({ hidden }) => !hidden).slice(0, mostSheets);
  if (source.sheet !== undefined || visible.length < 2) return info;
  const counts: { readonly sheet: string; readonly count: number }[] = [];
  for (const { name: sheet } of visible) {
    const rows = await firstRows(path, { ...sourceOf(info, source), sheet });
    counts.push({ sheet, count: countReached(rows, { format: info.format, country }) });
  }
  const most = Math.max(...counts.map(({ count }) => count));
  return { ...info, sheet: counts.find(({ count }) => most > 0 && count * 2 >= most)?.sheet ?? info.sheet };
}

/** In how many rows somebody can be called or written to. */
function countReached(rows: readonly SourceRow[], info: { format: SourceInfo['format']; country: string }): number {
  if (rows.length === 0) return 0;
  const { mapping } = proposeMapping(rows, info);
  const points = mapping.columns.filter(({ target }) => target === 'phone' || target === 'email' || target === 'messenger');
  const isFilled = (row: SourceRow) => points.some(({ index }) => cellText(row.cells[index]) !== '');
  return rows.filter((row) => row.line >= mapping.firstLine && isFilled(row)).length;
}

/** How the file was read, said out loud, so that it is read the same way when it is imported. */
function sourceOf(info: SourceInfo, given: SourceOptions): SourceOptions {
  return {
    ...given,
    ...(info.sheet !== null && { sheet: info.sheet }),
    ...(info.encoding !== null && { encoding: info.encoding }),
    ...(info.delimiter !== null && { delimiter: info.delimiter }),
  };
}

async function firstRows(path: string, source: SourceOptions): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readSource(path, source)) {
    rows.push(...batch);
    if (rows.length >= lookedAt) break;
  }
  return rows.slice(0, lookedAt);
}
