import type { ReadDb } from '#core/database/connection.ts';
import { importTemplateRecord } from '#core/import/import-template.ts';
import type { ImportTemplate } from '#core/import/import-template.ts';
import { decodeRow } from '#core/records/write.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import { foldText } from '#shared/text/fold-text.ts';

export function readTemplates(db: ReadDb): readonly ImportTemplate[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM import_template ORDER BY name')
    .all()
    .map((row) => decodeRow(importTemplateRecord, row));
}

/** The template whose headers are those of the file, in the same places. */
export function fittingTemplate(templates: readonly ImportTemplate[], proposed: Mapping): ImportTemplate | undefined {
  return templates.find(
    ({ mapping }) =>
      mapping.columns.length === proposed.columns.length &&
      mapping.columns.some((column) => column.header !== '') &&
      mapping.columns.every((column, index) => foldText(column.header) === foldText(proposed.columns[index]?.header ?? '')),
  );
}
