import type { CompanyInput } from '#shared/company/fields.ts';
import type { ContactInput } from '#shared/contact/fields.ts';
import type { RowProblem } from '#shared/import/mapping.ts';

/** A phone read already: `e164` is null where no country's rules fit the number. */
export interface DraftPhone {
  readonly label: string;
  readonly raw: string;
  readonly e164: string | null;
  readonly extension: string;
  /** What search runs over. */
  readonly digits: string;
}

export type DraftContact = Omit<ContactInput, 'phones'> & { readonly phones?: readonly DraftPhone[] };
export type DraftCompany = Omit<CompanyInput, 'phones'> & { readonly phones?: readonly DraftPhone[] };

/** What a row of a list would bring in: a person, an organisation, or both and what the one is in the other. */
export interface RowDraft {
  readonly line: number;
  readonly contact: DraftContact | null;
  readonly company: DraftCompany | null;
  /** What the contact is in the company ("Compras"); '' when nobody said. */
  readonly role: string;
  readonly problems: readonly RowProblem[];
  /** The row is nobody's: empty, a total, a footer, the header once more. */
  readonly skipped: boolean;
}
