import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Answer, Command, CommandContext } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { importArchive } from '#core/host/command-line/import-archive.ts';
import { chooseCountry } from '#core/host/command-line/import-country.ts';
import { readMappingFile } from '#core/host/command-line/mapping-file.ts';
import type { MappingFile } from '#core/host/command-line/mapping-file.ts';
import { choiceFlag, onlyArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { noteExport } from '#core/audit/note-export.ts';
import { writeErrorsFile } from '#core/host/command-line/write-errors-file.ts';
import { partyCustomFields } from '#core/custom-field/commands.ts';
import { createBackups } from '#core/backup/backups.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { createJobs } from '#core/job/jobs.ts';
import { inspectFile } from '#core/import/inspect-file.ts';
import { unpackAll } from '#core/import/packed-list.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { fieldOfHeadOffice, planImport, runImport } from '#core/import/run-import.ts';
import type { ImportJob, ImportRun } from '#core/import/run-import.ts';
import { readTemplates } from '#core/import/templates.ts';
import { duplicatePolicies } from '#shared/import/mapping.ts';
import type { DuplicatePolicy, Mapping } from '#shared/import/mapping.ts';
import type { ImportSummary } from '#shared/import/contract.ts';
import { encodings } from '#shared/import/table.ts';
import type { SourceOptions } from '#shared/import/table.ts';
import { toPhoneCountry } from '#shared/phone/countries.ts';

/** How many rows go by between two words about how far it is. */
const reportedRows = 10_000;

interface ImportOrder {
  readonly path: string;
  readonly source: SourceOptions;
  readonly country: string | undefined;
  readonly mappingPath: string | undefined;
  readonly duplicates: DuplicatePolicy;
  readonly dryRun: boolean;
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'import FILE [--country ES] [--sheet NAME] [--encoding E] [--mapping FILE.json] [--duplicates skip|fill|overwrite|create] [--dry-run]',
  about: 'commandLine.about.import',
  options: {
    country: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    mapping: { type: 'string' },
    duplicates: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  permission: 'party.import',
  cacheSize: 256,
  read(typed) {
    const path = resolve(onlyArgument(typed, 'FILE'));
    const country = textFlag(typed, 'country')?.toUpperCase();
    if (country !== undefined && !toPhoneCountry(country))
      throw new UsageError('flagBadValue', { flag: '--country', value: country, expected: 'ES, PT, BR, GR, RU, US...' });
    const sheet = textFlag(typed, 'sheet');
    const encoding = choiceFlag(typed, 'encoding', encodings);
    const order: ImportOrder = {
      path,
      country,
      source: { ...(sheet !== undefined && { sheet }), ...(encoding && { encoding }) },
      mappingPath: textFlag(typed, 'mapping'),
      duplicates: choiceFlag(typed, 'duplicates', duplicatePolicies) ?? 'fill',
      dryRun: typed.values['dry-run'] === true,
    };
    return async (context) => {
      if (!(await isFile(path))) throw new SourceError('notFound', { file: path });
      const isArchive = extname(path).toLowerCase() === '.zip';
      return isArchive ? importArchive(context, { path, dryRun: order.dryRun }) : importList(context, order);
    };
  },
};

async function importList(context: CommandContext, order: ImportOrder): Promise<Answer> {
  const { store, actor, language, dataDirectory } = context;
  const { path, duplicates, dryRun } = order;
  const { country, begin } = chooseCountry(context, order.country);
  const mapping = await readMapping(context, { ...order, country });
  const field = fieldOfHeadOffice(store.db, mapping);
  if (field !== undefined)
    throw new CommandError('refused', { operation: 'import', code: 'ofHeadOffice', data: JSON.stringify({ field }) });
  const job: ImportJob = { path, name: basename(path), mapping, country, duplicates };
  if (!dryRun)
    await createBackups({ store, jobs: createJobs(), dataDirectory, files: holdFiles() })
      .runIfChanged('beforeImport')
      .catch(() => undefined);
  const run: ImportRun = { job, signal: context.signal, report: reporter(context), begin };
  const { summary, failed } = dryRun ? await planImport(store.db, store.now(), run) : await runImport(store, actor, run);
  const errorsFile = dryRun ? null : await writeErrorsFile({ failed: unpackAll(failed), mapping, language, path, dataDirectory });
  if (errorsFile !== null)
    await noteExport(store, { actor, of: 'failedRows', subject: basename(errorsFile), count: summary.failed });
  return {
    json: { ...summary, errorsFile },
    lines: [
      ...(dryRun ? [{ key: 'commandLine.import.planned' } as const] : []),
      { key: 'commandLine.import.done', values: countsOf(summary) },
      ...(errorsFile === null ? [] : [{ key: 'commandLine.import.errorsFile', values: { path: errorsFile } } as const]),
    ],
  };
}

async function readMapping(
  { store }: CommandContext,
  { path, source, country, mappingPath }: ImportOrder & { readonly country: string },
): Promise<Mapping> {
  const file: MappingFile | undefined = mappingPath === undefined ? undefined : await readMappingFile(resolve(mappingPath));
  if (file?.type === 'whole') return { ...file.mapping, source: { ...file.mapping.source, ...source } };
  const { mapping } = await inspectFile(path, {
    source: { ...file?.source, ...source },
    country,
    customFields: partyCustomFields(store.db),
    templates: readTemplates(store.db),
  });
  return file ? file.applyTo(mapping) : mapping;
}

function countsOf({ rows, created, updated, unchanged, skipped, failed }: ImportSummary) {
  return { rows, contacts: created.contacts, companies: created.companies, updated, unchanged, skipped, failed };
}

function reporter({ report }: CommandContext): (done: number) => void {
  let reported = 0;
  return (done) => {
    if (done - reported < reportedRows) return;
    reported = done;
    report(String(done));
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}
