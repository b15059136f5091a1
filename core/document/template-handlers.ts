import { checkTemplate } from '#core/document/check-template.ts';
import { addTemplate, changeTemplate, findTemplate, readTemplates, templateRecord } from '#core/document/document-template.ts';
import type { TemplateRow } from '#core/document/document-template.ts';
import { docxFile } from '#core/document/print-document.ts';
import { readyTemplate } from '#core/document/ready-template.ts';
import { procedures } from '#core/procedure.ts';
import { changeRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { DocumentTemplate, TemplateProblem } from '#shared/document/contract.ts';
import type { TemplateFault } from '#shared/document/template-fault.ts';
import { messageText } from '#shared/messages/message-text.ts';

const { document } = procedures;

export const templateHandlers = {
  templates: document.templates.handler(({ context }) => readTemplates(context.core.store.db).map(toTemplate)),
  addTemplate: document.addTemplate.handler(async ({ context, input: { file, kind, ...input }, errors }) => {
    const { store, files } = context.core;
    const name = input.name || file.name.replace(/\.docx$/i, '').slice(0, 120);
    if (name === '') throw errors.REFUSED({ data: { field: 'name', code: 'nameless' } });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const faults = await checkTemplate(bytes);
    if (faults.length > 0) throw errors.TEMPLATE_WRONG({ data: { problems: faults.map(toProblem) } });
    const template = {
      name,
      kind,
      language: input.language ?? readSettings(store.db).language,
      hash: await files.keep(bytes),
      size: bytes.length,
      isDefault: input.isDefault,
    };
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: name }, (act) =>
      addTemplate(act, template),
    );
    // Nobody named this content until now, so that it may have been cleaned away since.
    await files.keep(bytes);
    return toTemplate(result);
  }),
  updateTemplate: document.updateTemplate.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const { store } = context.core;
    const before = findTemplate(store.db, id);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const { result } = await store.perform({ actor: context.actor, kind: 'settings', subject: before.name }, (act) =>
      changeTemplate(act, before, changes),
    );
    return toTemplate(result);
  }),
  deleteTemplate: document.deleteTemplate.handler(async ({ context, input: { id }, errors }) => {
    const { store } = context.core;
    const before = findTemplate(store.db, id);
    if (!before) throw errors.NOT_FOUND({ data: { id } });
    const { actId } = await store.perform({ actor: context.actor, kind: 'settings', subject: before.name }, (act) =>
      changeRecord(act, templateRecord, { id, changes: { archivedAt: act.at } }),
    );
    return { actId };
  }),
  readyTemplate: document.readyTemplate.handler(async ({ context, input: { kind, language } }) => {
    const { country } = readSettings(context.core.store.db);
    return docxFile(await readyTemplate({ kind, language, country }), messageText(`document.kind.${kind}`, language));
  }),
  downloadTemplate: document.downloadTemplate.handler(async ({ context, input: { id }, errors }) => {
    const found = findTemplate(context.core.store.db, id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    const bytes = await context.core.files.read(found.hash);
    if (!bytes) throw errors.NOT_HERE_YET();
    return docxFile(bytes, found.name);
  }),
};

function toTemplate({ id, name, kind, language, size, isDefault, createdAt }: TemplateRow): DocumentTemplate {
  return { id, name, kind, language, size, isDefault: isDefault === 1, createdAt };
}

function toProblem(fault: TemplateFault): TemplateProblem {
  return { code: fault.code, tag: 'tag' in fault ? fault.tag : '', suggestion: 'hint' in fault ? fault.hint : null };
}
