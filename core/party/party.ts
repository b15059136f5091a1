import type { Contact } from '#shared/contact/fields.ts';
import type { Company } from '#shared/company/fields.ts';
import { emptyContactFields } from '#shared/contact/fields.ts';
import { emptyCompanyFields } from '#shared/company/fields.ts';

/** A contact or a company as the core keeps it: one table, the fields of the other type empty. */
export type Party = Omit<Contact, 'type' | 'isKey'> &
  Omit<Company, 'type' | 'isKey'> & {
    readonly isKey: 0 | 1;
    readonly type: 'contact' | 'company';
    /** For sorting lists by name. */
    readonly sortKey: string;
    /** Equal for two ways of writing one name. */
    readonly nameKey: string;
  };

export const emptyParty = { ...emptyContactFields, ...emptyCompanyFields, isKey: 0 as const };

export function isInUse(party: Party): boolean {
  return party.deletedAt === null;
}
