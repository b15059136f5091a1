import { defineRecordType } from '#core/records/record-type.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';

export const customFieldRecord = defineRecordType<CustomField>({
  name: 'custom_field',
  table: 'custom_field',
  fields: {
    key: { column: 'key' },
    label: { column: 'label' },
    type: { column: 'type' },
    options: { column: 'options', json: true },
    partyType: { column: 'party_type' },
    position: { column: 'position' },
  },
  describe: (field) => field.label,
  isNeeded: (field, db) =>
    ['party', 'deal'].some(
      (table) =>
        db
          .read<[string], unknown>(`SELECT 1 FROM ${table} WHERE custom ->> ? IS NOT NULL LIMIT 1`)
          .get(`$.${JSON.stringify(field.key)}`) !== undefined,
    ),
});
