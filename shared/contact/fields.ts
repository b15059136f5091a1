import { z } from 'zod';
import { emptyPartyFields, partyInputShape, partyReadShape } from '#shared/party/fields.ts';

const shortText = z.string().trim().max(200);

/** What a contact has beyond any party. */
const contactOnlyShape = {
  givenName: shortText,
  middleName: shortText,
  familyName: shortText,
  nickname: shortText,
  jobTitle: shortText,
  /** ISO date; the year is 0000 when only day and month are known. */
  birthday: z.iso.date('expected a date such as 1980-12-31, or 0000-12-31 without a year').nullable(),
} as const;

/** Fields to set on a new or existing contact: those not named keep their value (or {@link emptyContactFields}). */
export const contactInputSchema = z.object({ ...partyInputShape, ...contactOnlyShape }).partial();
export const contactSchema = z.object({ type: z.literal('contact'), ...partyReadShape, ...contactOnlyShape });

export type ContactInput = z.input<typeof contactInputSchema>;
export type Contact = z.infer<typeof contactSchema>;

export const emptyContactFields = {
  ...emptyPartyFields,
  givenName: '',
  middleName: '',
  familyName: '',
  nickname: '',
  jobTitle: '',
  birthday: null,
} as const;
