import { defineRecordType } from '#core/records/record-type.ts';
import type { Mapping } from '#shared/import/mapping.ts';

/** A mapping saved under a name for the next file of the same kind. */
export interface ImportTemplate {
  readonly id: string;
  readonly name: string;
  readonly mapping: Mapping;
}

export const importTemplateRecord = defineRecordType<ImportTemplate>({
  name: 'import_template',
  table: 'import_template',
  fields: { name: { column: 'name' }, mapping: { column: 'mapping', json: true } },
  describe: (template) => template.name,
});
