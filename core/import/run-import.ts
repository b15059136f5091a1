import type { ReadDb } from '#core/database/connection.ts';
import { createCustomField, readCustomFields } from '#core/custom-field/commands.ts';
import type { NewCustomField } from '#core/custom-field/commands.ts';
import { collectResult } from '#core/import/import-result.ts';
import type { ImportResult } from '#core/import/import-result.ts';
import { importRow } from '#core/import/import-rows.ts';
import type { RowImporter } from '#core/import/import-rows.ts';
import { planningTarget, writingTarget } from '#core/import/import-target.ts';
import type { ImportTarget } from '#core/import/import-target.ts';
import { knownParties } from '#core/import/known-parties.ts';
import { readSource } from '#core/import/readers/index.ts';
import { savedIdentities } from '#core/party/duplicates.ts';
import { isOfBranch } from '#core/records/own-branch.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import { compileMapping } from '#shared/import/draft/compile-mapping.ts';
import type { DuplicatePolicy, Mapping } from '#shared/import/mapping.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface ImportJob {
  /** The file to read. */
  readonly path: string;
  /** Its name, for the history. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly country: string;
  readonly duplicates: DuplicatePolicy;
}

export interface ImportRun {
  readonly job: ImportJob;
  readonly signal?: AbortSignal | undefined;
  readonly report?: ((done: number) => void) | undefined;
  /** What belongs to the import beside its rows; done first, in the same act. */
  readonly begin?: ((act: Act) => void) | undefined;
}

/** Works out what an import would do; nothing is written. @throws {SourceError} when the file can't be read */
export async function planImport(db: ReadDb, now: number, run: ImportRun): Promise<ImportResult> {
  return importAll(db, planningTarget(db, { at: now, country: run.job.country }), run);
}

/**
 * Imports a file as one act: all of it is saved, or nothing. The store's connection must be its own.
 * @throws {SourceError} when the file can't be read, AbortError when it was cancelled; nothing is saved then
 */
export async function runImport(store: Store, actor: Actor, run: ImportRun): Promise<ImportResult> {
  const { actId, result } = await store.performLong({ actor, kind: 'import', subject: run.job.name }, async (act) => {
    run.begin?.(act);
    createMissingFields(act, run.job.mapping);
    return importAll(act.tx, writingTarget(act), run);
  });
  // An act that changed nothing leaves no trace, so that there is nothing to undo either.
  const isKept = store.db.read<[string], unknown>('SELECT 1 FROM act WHERE id = ?').get(actId) !== undefined;
  return { ...result, summary: { ...result.summary, actId: isKept ? actId : null } };
}

async function importAll(db: ReadDb, target: ImportTarget, { job, signal, report }: ImportRun): Promise<ImportResult> {
  const draftRow = compileMapping(job.mapping, job.country);
  const counts = { contacts: 0, companies: 0 };
  const importer: RowImporter = {
    target,
    known: knownParties(savedIdentities(db)),
    duplicates: job.duplicates,
    counts,
    namedCompanies: new Map(),
  };
  const result = collectResult();
  for await (const batch of readSource(job.path, job.mapping.source, signal)) {
    signal?.throwIfAborted();
    for (const source of batch) {
      const draft = draftRow(source);
      if (!draft.skipped) result.add(importRow(importer, draft), source.cells);
    }
    report?.(result.length);
  }
  return result.finish(counts);
}

/** A custom field that would have to be added, and can't be on a computer of a branch: custom fields are everybody's. */
export function fieldOfHeadOffice(db: ReadDb, mapping: Mapping): string | undefined {
  return isOfBranch(db) ? missingFields(db, mapping)[0]?.label : undefined;
}

function createMissingFields(act: Act, mapping: Mapping) {
  for (const field of missingFields(act.tx, mapping)) createCustomField(act, field);
}

/** Custom fields that the mapping brings values for and that aren't there yet. */
function missingFields(db: ReadDb, mapping: Mapping): readonly (NewCustomField & { readonly key: string })[] {
  const keys = new Set(readCustomFields(db).map(({ key }) => key));
  return mapping.columns.flatMap(({ target, customKey: key, customType: type = 'text', header: label }) => {
    if (target !== 'custom' || key === undefined || keys.has(key)) return [];
    keys.add(key);
    return [{ key, label: label || key, type }];
  });
}
