import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { partySheet } from '#core/export/party-sheet.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('the sheets of an export', () => {
  it('show who is in use in the words of the user, own fields last, and no formula', async () => {
    const { client, core } = await openTestCore({ language: 'es' });
    const { key } = await client.customField.create({ label: 'Matrícula', type: 'text' });
    await client.contact.create({
      givenName: 'José',
      phones: [{ raw: '625 607 313' }, { raw: '691271846' }],
      addresses: [{ street: 'C/ Mayor 1', postalCode: '28001', city: 'Madrid' }],
      notes: '=HYPERLINK("http://evil.example")',
      custom: { [key]: '1234BCD' },
    });
    const gone = await client.contact.create({ givenName: 'Borrada' });
    await client.contact.delete({ id: gone.id });
    const lines = [...partySheet(core.store.db, 'contact')].join('\r\n').replace('\uFEFF', '');
    const { data } = Papa.parse<Record<string, string>>(lines, { header: true, delimiter: ';' });
    expect(data).toMatchObject([
      {
        Nombre: 'José',
        Teléfonos: '+34625607313, +34691271846',
        Direcciones: 'C/ Mayor 1, 28001 Madrid',
        Notas: '\'=HYPERLINK("http://evil.example")',
        Matrícula: '1234BCD',
      },
    ]);
  });

  it('have a line for each company', async () => {
    const { client, core } = await openTestCore();
    await client.company.create({ name: 'Sol' });
    expect([...partySheet(core.store.db, 'company')]).toHaveLength(2);
    expect([...partySheet(core.store.db, 'contact')]).toHaveLength(1);
  });
});
