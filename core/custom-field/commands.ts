import { customFieldRecord } from '#core/custom-field/custom-field.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord, decodeRow } from '#core/records/write.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { foldText } from '#shared/text/fold-text.ts';

export type NewCustomField = Pick<CustomField, 'label' | 'type'> &
  Partial<Pick<CustomField, 'key' | 'options' | 'partyType' | 'position'>>;

/** All custom fields in the order in which they are shown. */
export function readCustomFields(db: ReadDb): readonly CustomField[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM custom_field ORDER BY position, label')
    .all()
    .map((row) => decodeRow(customFieldRecord, row));
}

/** Those that stand on cards of contacts and companies. */
export function partyCustomFields(db: ReadDb): readonly CustomField[] {
  return readCustomFields(db).filter(({ partyType }) => partyType !== 'deal');
}

/** Adds a custom field; its key is made from the label unless one is given, which must be free. */
export function createCustomField(act: Act, field: NewCustomField): CustomField {
  const known = readCustomFields(act.tx);
  return createRecord(act, customFieldRecord, {
    id: newId(),
    key: field.key ?? freeKey(field.label, known),
    label: field.label,
    type: field.type,
    options: field.options ?? [],
    partyType: field.partyType ?? null,
    position: field.position ?? Math.max(-1, ...known.map(({ position }) => position)) + 1,
  });
}

function freeKey(wish: string, known: readonly CustomField[]): string {
  const base = foldText(wish).replaceAll(' ', '_').slice(0, 60) || 'field';
  const keys = new Set(known.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!keys.has(key)) return key;
  }
}
