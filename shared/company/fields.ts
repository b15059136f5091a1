import { z } from 'zod';
import { emptyPartyFields, partyInputShape, partyReadShape } from '#shared/party/fields.ts';

const name = z.string().trim().max(300);

/** What a company has beyond any party. */
const companyOnlyShape = {
  name,
  legalName: name,
  industry: z.string().trim().max(200),
} as const;

/** Fields to set on a new or existing company: those not named keep their value (or {@link emptyCompanyFields}). */
export const companyInputSchema = z.object({ ...partyInputShape, ...companyOnlyShape }).partial();
export const companySchema = z.object({ type: z.literal('company'), ...partyReadShape, ...companyOnlyShape });

export type CompanyInput = z.input<typeof companyInputSchema>;
export type Company = z.infer<typeof companySchema>;

export const emptyCompanyFields = { ...emptyPartyFields, name: '', legalName: '', industry: '' } as const;
