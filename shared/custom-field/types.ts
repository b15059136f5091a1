import { z } from 'zod';

export const customFieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'yesNo',
  'choice',
  'multiChoice',
  'url',
  'email',
  'phone',
] as const;
export const customFieldTypeSchema = z.enum(customFieldTypes);
export type CustomFieldType = z.infer<typeof customFieldTypeSchema>;

/** Whose cards a field stands on. */
export const customFieldOwnerSchema = z.enum(['contact', 'company', 'deal']);
