import { companyInputSchema, companySchema } from '#shared/company/fields.ts';
import { onePartyContract } from '#shared/party/one-party-contract.ts';
import { byIdSchema } from '#shared/procedure.ts';

export const companyContract = onePartyContract({
  path: 'companies',
  tag: 'Companies',
  input: companyInputSchema,
  changes: companyInputSchema.extend(byIdSchema.shape),
  output: companySchema,
});
