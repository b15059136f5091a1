import { contactInputSchema, contactSchema } from '#shared/contact/fields.ts';
import { onePartyContract } from '#shared/party/one-party-contract.ts';
import { byIdSchema } from '#shared/procedure.ts';

export const contactContract = onePartyContract({
  path: 'contacts',
  tag: 'Contacts',
  input: contactInputSchema,
  changes: contactInputSchema.extend(byIdSchema.shape),
  output: contactSchema,
});
