import type { Company, CompanyInput } from '#shared/company/fields.ts';
import type { Contact, ContactInput } from '#shared/contact/fields.ts';

/** Whoever the card is about. */
export type Party = Contact | Company;
/** Fields to change on it. */
export type PartyPatch = ContactInput & CompanyInput;

export const plainTextFields = [
  'nickname',
  'jobTitle',
  'legalName',
  'industry',
  'taxId',
  'source',
  'preferences',
  'notes',
] as const;
export type PlainTextField = (typeof plainTextFields)[number];

/** A text field of either type of party; empty where this type doesn't have it. */
export function plainTextOf(party: Party, field: PlainTextField): string {
  const value = (party as Partial<Record<PlainTextField, string>>)[field];
  return value ?? '';
}
