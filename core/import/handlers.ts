import { noteExport } from '#core/audit/note-export.ts';
import { partyCustomFields } from '#core/custom-field/commands.ts';
import { failedRowsFile } from '#core/import/failed-rows-file.ts';
import { pageOfRows } from '#core/import/import-result.ts';
import { importTemplateRecord } from '#core/import/import-template.ts';
import type { UploadedFile } from '#core/import/imports.ts';
import { inspectFile } from '#core/import/inspect-file.ts';
import { unpackAll } from '#core/import/packed-list.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { fieldOfHeadOffice } from '#core/import/run-import.ts';
import type { ImportJob } from '#core/import/run-import.ts';
import { readTemplates } from '#core/import/templates.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord, purgeRecord, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { z } from 'zod';
import type { importRequestSchema } from '#shared/import/contract.ts';

const imports = procedures.import;

export const importHandlers = {
  upload: imports.upload.handler(async ({ context, input }) => {
    const { fileId, name, size } = await context.core.imports.keepFile(input.file);
    return { fileId, name, size };
  }),
  inspect: imports.inspect.handler(async ({ context, input, errors }) => {
    const file = await context.core.imports.findFile(input.fileId);
    if (!file) throw errors.NOT_FOUND({ data: { id: input.fileId } });
    const { db } = context.core.store;
    try {
      const asked = {
        source: input.source,
        country: input.country,
        customFields: partyCustomFields(db),
        templates: readTemplates(db),
      };
      return await context.core.imports.reading(file.path, (path) => inspectFile(path, asked));
    } catch (error) {
      if (error instanceof SourceError) throw errors.UNREADABLE({ data: { code: error.code, detail: { ...error.detail } } });
      throw error;
    }
  }),
  plan: imports.plan.handler(async ({ context, input, errors }) => {
    const file = await context.core.imports.findFile(input.fileId);
    if (!file) throw errors.NOT_FOUND({ data: { id: input.fileId } });
    const value = fieldOfHeadOffice(context.core.store.db, input.mapping);
    if (value !== undefined) throw errors.REFUSED({ data: { field: 'mapping', code: 'ofHeadOffice', value } });
    return { jobId: context.core.imports.start('plan', jobOf(file, input), context.actor).id };
  }),
  run: imports.run.handler(async ({ context, input, errors }) => {
    const file = await context.core.imports.findFile(input.fileId);
    if (!file) throw errors.NOT_FOUND({ data: { id: input.fileId } });
    const value = fieldOfHeadOffice(context.core.store.db, input.mapping);
    if (value !== undefined) throw errors.REFUSED({ data: { field: 'mapping', code: 'ofHeadOffice', value } });
    return { jobId: context.core.imports.start('run', jobOf(file, input), context.actor).id };
  }),
  result: imports.result.handler(({ context, input, errors }) => {
    const found = context.core.imports.result(input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return found.result.summary;
  }),
  rows: imports.rows.handler(({ context, input, errors }) => {
    const found = context.core.imports.result(input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return pageOfRows(found.result, input);
  }),
  errorsFile: imports.errorsFile.handler(async ({ context, input, errors }) => {
    const found = context.core.imports.result(input.id);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { job, result } = found;
    const text = failedRowsFile(unpackAll(result.failed), job.mapping, readSettings(context.core.store.db).language);
    const name = `${job.name}.errors.csv`;
    await noteExport(context.core.store, { actor: context.actor, of: 'failedRows', subject: name, count: result.summary.failed });
    return new File([text], name, { type: 'text/csv' });
  }),
  listTemplates: imports.listTemplates.handler(({ context }) => [...readTemplates(context.core.store.db)]),
  saveTemplate: imports.saveTemplate.handler(({ context, input }) => saveTemplate(context, input)),
  deleteTemplate: imports.deleteTemplate.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const before = readRecord(store.db, importTemplateRecord, input.id)?.row;
    if (!before) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { actId } = await store.perform({ actor: context.actor, kind: 'settings', subject: before.name }, (act) =>
      purgeRecord(act, importTemplateRecord, input.id),
    );
    return { actId };
  }),
};

function jobOf(file: UploadedFile, { mapping, country, duplicates }: z.infer<typeof importRequestSchema>): ImportJob {
  return { path: file.path, name: file.name, mapping, country, duplicates };
}

/** A template of the same name is replaced. */
async function saveTemplate(
  { core, actor }: CallContext,
  { name, mapping }: { readonly name: string; readonly mapping: ImportJob['mapping'] },
) {
  const { result } = await core.store.perform({ actor, kind: 'settings', subject: name }, (act) => {
    for (const template of readTemplates(act.tx)) if (template.name === name) purgeRecord(act, importTemplateRecord, template.id);
    return createRecord(act, importTemplateRecord, { id: newId(), name, mapping });
  });
  return result;
}
