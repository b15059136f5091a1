import type { TestCore } from '#test/factories/open-test-core.ts';

/** Two windows with 21 % tax and their installation without: 2 420,00 € and 100,00 €. */
export const soldLines = [
  { name: 'Window', place: 'Kitchen', width: 1200, height: 1400, pieces: 2, unitPrice: 121_000, taxRate: 2100 },
  { name: 'Installation', unit: 'service' as const, pieces: 1, unitPrice: 10_000, taxRate: 0 },
];

/** A deal with lines of a client whom documents can name. */
export async function openSoldDeal({ client }: Pick<TestCore, 'client'>) {
  await client.settings.update({
    shopName: 'Clear Windows',
    language: 'en',
    timeZone: 'Europe/Madrid',
    quoteTerms: 'Half in advance.',
    seller: {
      legalName: 'Clear Windows SL',
      taxId: 'B12345678',
      address: '1 Glass Street',
      phone: '',
      email: '',
      bank: 'ES91 2100',
    },
  });
  const contact = await client.contact.create({
    givenName: 'Ana',
    familyName: 'Ruiz',
    taxId: '12345678Z',
    phones: [{ raw: '612 34 56 78' }],
    emails: [{ address: 'ana@home.test' }],
    addresses: [{ street: '5 River Road', city: 'Madrid', postalCode: '28001' }],
  });
  const deal = await client.deal.create({ partyId: contact.id, title: 'Kitchen windows', lines: soldLines });
  return { contact, deal };
}
