import { describe, expect, it } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { identityQueries } from '#core/party/duplicates.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('contacts and companies', () => {
  it('keep any number of phones, emails and addresses with labels, phones as typed and as E.164', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({
      givenName: 'Ana',
      phones: [
        { raw: '625 60 73 13', label: 'mobile' },
        { raw: '915 55 01 02 ext. 12', label: 'la tienda' },
        { raw: 'preguntar por Luis' },
      ],
      emails: [{ address: 'ana@mail.example', label: 'work' }],
      addresses: [{ street: 'C/ Mayor 1', city: 'Madrid' }],
    });
    const contact = await client.contact.get({ id });
    expect(contact.phones).toMatchObject([
      { raw: '625 60 73 13', label: 'mobile', e164: '+34625607313' },
      { label: 'la tienda', e164: '+34915550102', extension: '12' },
      { raw: 'preguntar por Luis', e164: null },
    ]);
    expect(contact.addresses).toMatchObject([{ city: 'Madrid', country: '' }]);
  });

  it('go by a phone or an email until the name is known', async () => {
    const { client } = await openTestCore();
    expect((await client.contact.create({ phones: [{ raw: '625 607 313' }] })).title).toBe('625 607 313');
    expect((await client.company.create({ emails: [{ address: 'a@mail.example' }] })).title).toBe('a@mail.example');
  });

  it('are named family first where that is the custom', async () => {
    const { client } = await openTestCore({ country: 'RU' });
    const { title } = await client.contact.create({ givenName: 'Пётр', middleName: 'Ильич', familyName: 'Соловьёв' });
    expect(title).toBe('Соловьёв Пётр Ильич');
  });

  it('are refused when nothing tells them from others, and nothing is saved', async () => {
    const { client } = await openTestCore();
    const refusal = { code: 'REFUSED', data: { field: 'name', code: 'nameless' } };
    await expect(client.contact.create({ notes: '¿quién?' })).rejects.toMatchObject(refusal);
    const { id } = await client.contact.create({ givenName: 'Ana' });
    await expect(client.contact.update({ id, givenName: '' })).rejects.toMatchObject(refusal);
    expect((await client.contact.get({ id })).givenName).toBe('Ana');
    expect((await client.party.list({})).total).toBe(1);
  });

  it('refuse input of the wrong shape, naming the field', async () => {
    const { client } = await openTestCore();
    const wrong = client.contact.create({ givenName: 'Ana', birthday: '31/12/1980' });
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path: ['birthday'] }] } });
  });

  it('are not taken for one another', async () => {
    const { client } = await openTestCore();
    const { id } = await client.company.create({ name: 'Sol' });
    await expect(client.contact.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.contact.update({ id, notes: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.contact.delete({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keep the ids of list elements through changes', async () => {
    const { client } = await openTestCore();
    const created = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }, { raw: '691271846' }] });
    const kept = created.phones[1];
    const changed = await client.contact.update({ id: created.id, phones: kept ? [{ ...kept, label: 'work' }] : [] });
    expect(changed.phones).toEqual([{ ...kept, label: 'work' }]);
  });

  it('keep a phone as it was read when only its label changes, even if the shop has moved since', async () => {
    const { client } = await openTestCore();
    const { id, phones } = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }] });
    await client.settings.update({ country: 'RU' });
    const changed = await client.contact.update({ id, phones: phones.map((phone) => ({ ...phone, label: 'work' })) });
    expect(changed.phones).toMatchObject([{ e164: '+34625607313', label: 'work' }]);
  });

  it('can be linked many to many with roles', async () => {
    const { client } = await openTestCore();
    const ana = await client.contact.create({ givenName: 'Ana' });
    const [sol, luna] = [await client.company.create({ name: 'Sol' }), await client.company.create({ name: 'Luna' })];
    await client.link.create({ contactId: ana.id, companyId: sol.id, role: 'contable' });
    const link = await client.link.create({ contactId: ana.id, companyId: luna.id, role: 'socia' });
    await expect(client.link.create({ contactId: ana.id, companyId: luna.id, role: 'socia' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'alreadyLinked' },
    });
    await client.link.update({ id: link.id, role: 'gerente' });
    expect(await client.link.ofParty({ id: ana.id })).toMatchObject([
      { companyTitle: 'Sol', role: 'contable' },
      { companyTitle: 'Luna', role: 'gerente' },
    ]);
    await client.company.delete({ id: sol.id });
    expect(await client.link.ofParty({ id: ana.id })).toMatchObject([{ companyTitle: 'Luna' }]);
  });
});

describe('what may be a duplicate', () => {
  it('is shown by phone in any format, email, tax id and name in any order', async () => {
    const { client } = await openTestCore();
    const ana = await client.contact.create({
      givenName: 'Ana',
      familyName: 'Ruiz',
      phones: [{ raw: '625607313' }],
      emails: [{ address: 'ana@mail.example' }],
      taxId: '12345678Z',
    });
    const find = async (input: Parameters<typeof client.party.findDuplicates>[0]) =>
      (await client.party.findDuplicates(input)).map(({ party, reasons }) => [party.id, reasons[0]]);
    expect(await find({ type: 'contact', phones: ['0034 625-607-313'] })).toEqual([
      [ana.id, { by: 'phone', value: '+34625607313' }],
    ]);
    expect(await find({ type: 'contact', emails: ['ANA@mail.example'] })).toMatchObject([[ana.id, { by: 'email' }]]);
    expect(await find({ type: 'contact', taxId: '12.345.678-z' })).toMatchObject([[ana.id, { by: 'taxId' }]]);
    expect(await find({ type: 'contact', name: 'RUIZ, ana' })).toMatchObject([[ana.id, { by: 'name' }]]);
  });

  it('is looked up in indexes, however many there are', async () => {
    const { directory } = await openTestCore();
    const connection = connect(databasePath(directory), { readonly: true });
    for (const sql of Object.values(identityQueries)) {
      const plan = connection
        .read<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...(sql.match(/\?/g) ?? []).map(() => 'x'));
      expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH/);
    }
    connection.close();
  });

  it('is not everybody of the same name, when phones tell them apart', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'María', familyName: 'García', phones: [{ raw: '625607313' }] });
    const name = { type: 'contact', name: 'María García' } as const;
    expect(await client.party.findDuplicates({ ...name, phones: ['691271846'] })).toEqual([]);
    expect(await client.party.findDuplicates(name)).toHaveLength(1);
  });

  it('is never somebody without a value because another has none either', async () => {
    const { client } = await openTestCore();
    await client.contact.create({ givenName: 'Ana' });
    await client.contact.create({ emails: [{ address: 'a@mail.example' }] });
    expect(await client.party.findDuplicates({ type: 'contact', name: '', phones: [''], emails: [''], taxId: '' })).toEqual([]);
  });
});
