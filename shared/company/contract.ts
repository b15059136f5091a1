import { companyInputSchema, companySchema } from '#shared/company/fields.ts';
import { onePartyContract } from '#shared/party/one-party-contract.ts';

export const companyContract = onePartyContract({
  path: 'companies',
  tag: 'Companies',
  input: companyInputSchema,
  output: companySchema,
});
