import { z } from 'zod';
import { customFieldTypeSchema } from '#shared/custom-field/types.ts';
import { messengerServices, partyTypeSchema } from '#shared/party/fields.ts';
import { sourceOptionsSchema } from '#shared/import/table.ts';

/**
 * What a column can be brought into. "partyType" tells in words whether the row is a person or an organisation;
 * "department" becomes part of the role the person has in the organisation.
 */
export const columnTargets = [
  'ignore',
  'custom',
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'nickname',
  'jobTitle',
  'department',
  'companyName',
  'legalName',
  'industry',
  'contactPerson',
  'phone',
  'email',
  'addressFull',
  'addressStreet',
  'addressCity',
  'addressRegion',
  'addressPostalCode',
  'addressCountry',
  'messenger',
  'webPage',
  'birthday',
  'taxId',
  'kind',
  'tags',
  'groups',
  'source',
  'preferences',
  'notes',
  'partyType',
] as const;
export const columnTargetSchema = z.enum(columnTargets);
export type ColumnTarget = z.infer<typeof columnTargetSchema>;

export const columnMappingSchema = z.object({
  /** Position in the row, from 0. */
  index: z.number().int().min(0),
  /** The header as read, lines of a two-line header joined by " / "; empty when the file has none. */
  header: z.string(),
  target: columnTargetSchema,
  /** For phones, emails, addresses and web pages: a point label or the user's own words. */
  label: z.string().default(''),
  /** Which of several: columns of one address or of one "label + value" pair share a number, from 0. */
  group: z.number().int().min(0).default(0),
  service: z.enum(messengerServices).optional(),
  /** Position of the column whose words label this one's values ("Phone 1 - Type" of "Phone 1 - Value"). */
  labelColumn: z.number().int().min(0).optional(),
  /** Position of the column with the country or area code of this one's phones. */
  prefixColumn: z.number().int().min(0).optional(),
  /** Whose the value is in a row with both a person and an organisation; absent, it is decided by the rest of the row. */
  party: partyTypeSchema.optional(),
  /** For target "custom": the key of an existing custom field, or of the one to be created. */
  customKey: z.string().optional(),
  customType: customFieldTypeSchema.optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const mappingSchema = z.object({
  source: sourceOptionsSchema.default({}),
  /** Lines of the header as the file numbers them; empty when the file has none. */
  headerLines: z.array(z.number().int()).default([]),
  /** First line of data. */
  firstLine: z.number().int(),
  /** What a row is about: "contact", "company", or "auto" = decided row by row (a row with only an organisation is a company). */
  subject: z.union([partyTypeSchema, z.literal('auto')]).default('auto'),
  /** Order of day and month in dates written with digits only. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('dmy'),
  decimal: z.enum([',', '.']).default(','),
  columns: z.array(columnMappingSchema),
});
export type Mapping = z.infer<typeof mappingSchema>;

export const duplicatePolicies = ['skip', 'fill', 'overwrite', 'create'] as const;
export const duplicatePolicySchema = z.enum(duplicatePolicies);
export type DuplicatePolicy = z.infer<typeof duplicatePolicySchema>;

/** What may be wrong with a row. Warnings are imported all the same (the raw text kept); errors are not imported. */
export const rowProblemCodes = [
  'phoneUnreadable',
  'phoneDamagedByExcel',
  'phoneLostZero',
  'emailInvalid',
  'dateInvalid',
  'numberInvalid',
  'formulaError',
  'textTooLong',
  'nothingToSave',
  'namelessRow',
] as const;
export const rowProblemSchema = z.object({
  code: z.enum(rowProblemCodes),
  severity: z.enum(['warning', 'error']),
  /** Column index from 0, or null when the row as a whole is meant. */
  column: z.number().int().nullable(),
  value: z.string(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;
