import { contactInputSchema, contactSchema } from '#shared/contact/fields.ts';
import { onePartyContract } from '#shared/party/one-party-contract.ts';

export const contactContract = onePartyContract({
  path: 'contacts',
  tag: 'Contacts',
  input: contactInputSchema,
  output: contactSchema,
});
