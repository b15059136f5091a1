import { z } from 'zod';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { textFields } from '#shared/automation/text-fields.ts';
import { dealInputShape } from '#shared/deal/fields.ts';
import { leadShape } from '#shared/lead/contract.ts';
import { partyInputShape } from '#shared/party/fields.ts';

type SetField = Extract<AutomationAction, { readonly type: 'setField' }>;

const shapes: Readonly<Record<SetField['record'], Readonly<Record<string, z.ZodType>>>> = {
  deal: dealInputShape,
  client: partyInputShape,
  lead: leadShape,
};

/** What a field can be when nothing is in it. */
const empties = [null, '', 0];

/**
 * A rule's value as its field keeps it; undefined where the field can't have it. Words too long are cut, for what they were
 * filled with isn't the rule's doing.
 */
export function fieldValue({ record, field, value }: SetField): { readonly value: unknown } | undefined {
  if (field.startsWith('custom.')) return { value };
  const schema = shapes[record][field];
  if (!schema) return undefined;
  const isEmpty = value === null || value === '';
  for (const candidate of isEmpty ? empties : [cut(schema, value)]) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return { value: parsed.data };
  }
  return undefined;
}

/** Whether a rule's value, or the words it will be filled with, may stand in its field. */
export function isFitting(action: SetField): boolean {
  const { value } = action;
  const isFilled = typeof value === 'string' && textFields.some((name) => value.includes(`{${name}}`));
  return fieldValue(isFilled ? { ...action, value: 'words' } : action) !== undefined;
}

function cut(schema: z.ZodType, value: unknown): unknown {
  if (typeof value !== 'string' || !(schema instanceof z.ZodString)) return value;
  return value.slice(0, schema.maxLength ?? undefined);
}
