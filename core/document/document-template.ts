import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { changeRecord, createRecord, decodeRow, readRecord } from '#core/records/write.ts';
import type { DocumentTemplate } from '#shared/document/contract.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import type { Language } from '#shared/settings/contract.ts';

/** A docx of the shop's own, as kept; its bytes are among the files under their hash, and stay for the documents made of it. */
export type TemplateRow = Omit<DocumentTemplate, 'isDefault'> & {
  readonly hash: string;
  readonly isDefault: 0 | 1;
  /** When it was taken away; null while in use. */
  readonly archivedAt: number | null;
};

export const templateRecord = defineRecordType<TemplateRow>({
  name: 'document_template',
  table: 'document_template',
  fields: {
    name: { column: 'name' },
    kind: { column: 'kind' },
    language: { column: 'language' },
    hash: { column: 'hash' },
    size: { column: 'size' },
    isDefault: { column: 'is_default' },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (template) => template.name,
});

/** Templates in use, by kind, language and name. */
export function readTemplates(db: ReadDb): readonly TemplateRow[] {
  return db
    .read<[], Record<string, unknown>>(
      'SELECT * FROM document_template WHERE archived_at IS NULL ORDER BY kind, language, name, id',
    )
    .all()
    .map((row) => decodeRow(templateRecord, row));
}

/** A template in use. */
export function findTemplate(db: ReadDb, id: string): TemplateRow | undefined {
  const found = readRecord(db, templateRecord, id)?.row;
  return found?.archivedAt === null ? found : undefined;
}

/** The template taken where none is chosen; undefined is the ready one. */
export function usualTemplate(db: ReadDb, kind: DocumentKind, language: Language): TemplateRow | undefined {
  return readTemplates(db).find((template) => template.isDefault === 1 && isAlike(template, { kind, language }));
}

export type NewTemplate = Pick<TemplateRow, 'name' | 'kind' | 'language' | 'hash' | 'size'> & { readonly isDefault: boolean };

export function addTemplate(act: Act, { isDefault, ...template }: NewTemplate): TemplateRow {
  if (isDefault) unsetDefault(act, template);
  return createRecord(act, templateRecord, {
    ...template,
    id: newId(),
    isDefault: isDefault ? 1 : 0,
    createdAt: act.at,
    archivedAt: null,
  });
}

export function changeTemplate(
  act: Act,
  template: TemplateRow,
  { name, isDefault }: { readonly name?: string | undefined; readonly isDefault?: boolean | undefined },
): TemplateRow {
  if (isDefault) unsetDefault(act, template);
  const changes = {
    ...(name !== undefined && { name }),
    ...(isDefault !== undefined && ({ isDefault: isDefault ? 1 : 0 } as const)),
  };
  return changeRecord(act, templateRecord, { id: template.id, changes }) ?? template;
}

/** Only one of a kind and language is the usual one. */
function unsetDefault(act: Act, wanted: Pick<TemplateRow, 'kind' | 'language'>) {
  for (const template of readTemplates(act.tx))
    if (template.isDefault === 1 && isAlike(template, wanted))
      changeRecord(act, templateRecord, { id: template.id, changes: { isDefault: 0 } });
}

function isAlike(one: Pick<TemplateRow, 'kind' | 'language'>, other: Pick<TemplateRow, 'kind' | 'language'>): boolean {
  return one.kind === other.kind && one.language === other.language;
}
