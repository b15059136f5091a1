import { checkTags, readTags } from '#core/document/check-tags.ts';
import { readDocxParts } from '#core/document/docx-parts.ts';
import { paragraphsOf } from '#core/document/document-text.ts';
import { fillDocx } from '#core/document/fill-docx.ts';
import { SourceError } from '#core/import/readers/source-error.ts';
import type { TemplateFault } from '#shared/document/template-fault.ts';
import { templateFields, templateLists } from '#shared/document/template-fields.ts';
import type { TemplateRow, TemplateValues } from '#shared/document/template-values.ts';

/** What keeps a file from being a template, all of it at once; nothing for one that will do. */
export async function checkTemplate(bytes: Uint8Array): Promise<readonly TemplateFault[]> {
  const parts = await readDocxParts(bytes);
  if (parts.type === 'refused') return [{ code: parts.code }];
  try {
    const faults = parts.texts.flatMap((xml) => checkTags(readTags(paragraphsOf(xml))));
    return faults.some(({ code }) => unfillable.has(code)) ? faults : [...faults, ...(await tryOut(bytes))];
  } catch (error) {
    if (error instanceof SourceError) return [{ code: 'damaged' }];
    throw error;
  }
}

const unfillable: ReadonlySet<TemplateFault['code']> = new Set(['unclosedLoop', 'unopenedLoop', 'unclosedTag', 'unopenedTag']);

/** Filling it once finds what reading doesn't, such as a list that begins in a table and ends below it. */
async function tryOut(bytes: Uint8Array): Promise<readonly TemplateFault[]> {
  try {
    await fillDocx(bytes, sampleValues);
    return [];
  } catch (error) {
    const [tag] = error instanceof Error ? (/\{.*?\}/.exec(error.message) ?? []) : [];
    return [tag === undefined ? { code: 'damaged' } : { code: 'misplaced', tag }];
  }
}

const sampleValues: TemplateValues = {
  document: sampleRow(null),
  ...sampleGroups(['seller', 'buyer', 'visit', 'totals']),
  ...sampleLists(),
};

function sampleRow(list: string | null, group = ''): TemplateRow {
  const names = templateFields.filter((field) => field.list === list && field.kind === 'value').map(({ name }) => name);
  const own = names.filter((name) => (group === '' ? !name.includes('.') : name.startsWith(`${group}.`)));
  return Object.fromEntries(own.map((name) => [name.slice(group === '' ? 0 : group.length + 1), name]));
}

function sampleGroups<const Group extends string>(groups: readonly Group[]): Record<Group, TemplateRow> {
  return Object.fromEntries(groups.map((group) => [group, sampleRow(null, group)])) as Record<Group, TemplateRow>;
}

function sampleLists(): Pick<TemplateValues, (typeof templateLists)[number]> {
  const lists = templateLists.map((list) => [list, [sampleRow(list), sampleRow(list)]]);
  return Object.fromEntries(lists) as Pick<TemplateValues, (typeof templateLists)[number]>;
}
