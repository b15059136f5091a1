import { inspectSource, readSource, SourceError } from '#core/import/readers/index.ts';
import { applyTemplate, fittingTemplate } from '#core/import/templates.ts';
import type { ImportTemplate } from '#core/import/import-template.ts';
import type { Inspection } from '#shared/import/contract.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
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

/**
 * Reads the beginning of a file and proposes how to bring it in.
 * @throws {SourceError} when it can't be read or has no rows
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const info = await inspectSource(path, options.source);
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
    mapping: template ? applyTemplate(template, proposed) : proposed,
    program: proposal.source,
    templateId: template?.id ?? null,
  };
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
