import { describe, expect, it } from 'vitest';
import { createParty } from '#core/party/commands.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('the write path', () => {
  it('keeps who changed which field, from what to what', async () => {
    const { client } = await openTestCore({ ownerName: 'Ana' });
    const { id } = await client.contact.create({ givenName: 'José', familyName: 'Núñez' });
    await client.contact.update({ id, notes: 'Paga a fin de mes', familyName: 'Núñez Ruiz' });
    const { rows } = await client.history.ofParty({ id });
    expect(rows.map((row) => [row.operation, row.actorName, row.fields])).toEqual([
      [
        'update',
        'Ana',
        expect.arrayContaining([
          { field: 'notes', from: '', to: 'Paga a fin de mes' },
          { field: 'familyName', from: 'Núñez', to: 'Núñez Ruiz' },
        ]),
      ],
      ['create', 'Ana', []],
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    const { client, core } = await openTestCore();
    const { id, updatedAt } = await client.contact.create({ givenName: 'José', tags: ['vip'] });
    const acts = (await client.history.acts({})).total;
    expect((await client.contact.update({ id, givenName: 'José', tags: ['vip'] })).updatedAt).toBe(updatedAt);
    expect((await client.history.acts({})).total).toBe(acts);
    expect(core.store.db.read('SELECT field_stamps FROM party').get()).toEqual({ field_stamps: null });
  });

  it('stamps the row at creation and only the changed fields later, always later than before', async () => {
    const { client, core } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'José' });
    await client.contact.update({ id, notes: 'uno' });
    const row = core.store.db.read<[], { stamp: string; field_stamps: string }>('SELECT stamp, field_stamps FROM party').get();
    const stamps = JSON.parse(row?.field_stamps ?? '{}') as Record<string, string>;
    expect(Object.keys(stamps).sort()).toEqual(['notes', 'updatedAt']);
    expect(stamps['notes'] ?? '').toSatisfy((stamp: string) => stamp > (row?.stamp ?? ''));
  });

  it('leaves nothing behind of an act that throws', async () => {
    const { core, client } = await openTestCore();
    const before = (await client.history.acts({})).total;
    const failing = core.store.perform({ actor: core.owner(), kind: 'create', subject: 'x' }, (act) => {
      createParty(act, 'contact', { givenName: 'Nadie', phones: [{ raw: '625607313' }] });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect((await client.history.acts({})).total).toBe(before);
    expect((await client.search.find({ text: 'nadie' })).results).toEqual([]);
    expect((await client.search.find({ text: '625607313' })).results).toEqual([]);
  });

  it('takes back all that an attempt wrote which failed, and goes on', async () => {
    const { core, client } = await openTestCore();
    await core.store.perform({ actor: core.owner(), kind: 'create', subject: 'x' }, (act) => {
      createParty(act, 'contact', { givenName: 'Ana' });
      const attempted = act.attempt(() => {
        createParty(act, 'contact', { givenName: 'Nadie', phones: [{ raw: '625607313' }] });
        throw new Error('out of luck');
      });
      expect(attempted).toMatchObject({ type: 'failed', error: { message: 'out of luck' } });
      createParty(act, 'contact', { givenName: 'Luz' });
    });
    expect((await client.party.list({})).rows.map(({ title }) => title)).toEqual(['Ana', 'Luz']);
    expect((await client.search.find({ text: '625607313' })).results).toEqual([]);
  });

  it('waits for another program that is writing, without holding up reads', async () => {
    const { core, directory, client } = await openTestCore();
    const { connect } = await import('#core/database/connection.ts');
    const { databasePath } = await import('#core/database/open-database.ts');
    const other = connect(databasePath(directory));
    other.execute('BEGIN IMMEDIATE');
    const saving = client.contact.create({ givenName: 'Paciente' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await client.party.list({})).total).toBe(0);
    other.execute('ROLLBACK');
    other.close();
    expect((await saving).title).toBe('Paciente');
    expect(core.store.db.read('SELECT count(*) AS n FROM party').get()).toEqual({ n: 1 });
  });
});
