import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { noteAudit } from '#core/audit/note-audit.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

async function kindsOf({ client }: TestCore) {
  return (await client.audit.list({})).rows.map(({ kind }) => kind).toReversed();
}

it('has exports, deletions, undone imports and changed rights, whoever did them, and survives its objects', async () => {
  const test = await openTestCore();
  const { client } = test;
  const ana = await client.contact.create({ givenName: 'Ana' });
  await client.party.deleteMany({ ids: [ana.id] });
  await client.party.purgeMany({ ids: [ana.id] });
  const archive = await client.export.archive();
  const { fileId } = await client.import.upload({ file: archive });
  await client.export.restore({ fileId });
  const pedro = await client.people.create({ name: 'Pedro', role: 'seller' });
  await client.people.update({ id: pedro.id, role: 'head' });
  expect(await kindsOf(test)).toEqual(['delete', 'purge', 'export', 'people', 'rights']);
  const { rows, people } = await client.audit.list({ text: 'ana', kinds: ['purge'] });
  expect(rows).toMatchObject([{ subject: 'Ana', recordType: 'party', recordId: ana.id, details: { counts: { party: 1 } } }]);
  expect(people).toHaveLength(1);
  expect(
    (await client.audit.list({ from: rows[0]?.at ?? 0, until: (rows[0]?.at ?? 0) + 1, kinds: ['delete'] })).total,
  ).toBeLessThan(2);
  expect((await client.audit.list({ userId: pedro.id })).total).toBe(0);
});

it('is seen by the owner only', async () => {
  const { core, clientOf } = await openTestCore();
  const head = { ...core.owner(), permissions: new Set(['privacy.manage', 'party.see'] as const) };
  await expect(clientOf(head).audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('can’t be changed through the database, and tells when it was from outside', async () => {
  const { core, directory } = await openTestCore();
  const { store, files } = core;
  for (const subject of ['one', 'two', 'three'])
    await store.keep((tx) => noteAudit(tx, { at: 1, actor: core.owner(), kind: 'export', subject }));
  for (const sql of ["UPDATE audit SET subject = 'x'", 'DELETE FROM audit', 'UPDATE audit SET erased_by = 1'])
    expect(() => store.connection.execute(sql)).toThrow('the audit is only added to');
  expect((await checkData(store.connection, files)).faults).toEqual([]);
  const outside = connect(databasePath(directory));
  outside.execute("DROP TRIGGER audit_is_written_once; UPDATE audit SET subject = 'x' WHERE seq = 2");
  expect((await checkData(store.connection, files)).faults).toEqual([{ code: 'audit', seq: 2 }]);
  outside.execute("UPDATE audit SET subject = 'two' WHERE seq = 2; DROP TRIGGER audit_stays; DELETE FROM audit WHERE seq = 3");
  expect((await checkData(store.connection, files)).faults).toEqual([{ code: 'audit', seq: 3 }]);
  outside.close();
});

it('is handed out as a table that runs no formula', async () => {
  const { client, core } = await openTestCore({ language: 'en' });
  await core.store.keep((tx) => noteAudit(tx, { at: 1, actor: core.owner(), kind: 'import', subject: '=1+1' }));
  const text = await (await client.audit.export({})).text();
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true, delimiter: ';' });
  expect(data[0]).toMatchObject({ What: 'Import', About: "'=1+1" });
  expect((await client.audit.list({})).rows[0]?.kind).toBe('export');
});

it('says in words what was done, in the table as on the page', async () => {
  const { client } = await openTestCore({ language: 'es' });
  const pedro = await client.people.create({ name: 'Pedro', role: 'seller' });
  await client.people.update({ id: pedro.id, role: 'head' });
  await client.settings.update({ clientCards: 'private', purchasesInOtherBranches: true });
  await client.session.setPolicy({ idleMinutes: 15 });
  const ana = await client.contact.create({ givenName: 'Ana' });
  const eva = await client.contact.create({ givenName: 'Eva' });
  await client.party.deleteMany({ ids: [ana.id, eva.id] });
  await client.audit.export({});
  const text = await (await client.audit.export({})).text();
  const { data } = Papa.parse<string[]>(text.trim(), { delimiter: ';' });
  expect(data.toReversed().map(([, , ...words]) => words.join(' | '))).toEqual([
    'Equipo | Pedro | alta',
    'Permisos | Pedro | Ventas → Responsable',
    'Ajustes | Fichas de clientes: Propias de cada sucursal; Las sucursales ven lo que sus clientes compraron en otras: Sí | ',
    'Ajustes | Bloquear cuando no hay nadie: minutos: 15 | ',
    'A la papelera |  | registros: 2',
    'Exportación | audit.csv | esta lista',
    'Qué | Sobre | Detalles',
  ]);
  expect(text).not.toMatch(/[{}]/);
});

it('names roles as they were called, and says what was done to them', async () => {
  const { client } = await openTestCore();
  const seller = (await client.people.roles({})).find(({ id }) => id === 'seller');
  if (!seller) throw new Error('every shop has sellers');
  const { rights } = seller;
  const made = await client.people.createRole({ name: 'Comerciales', rights });
  await client.people.updateRole({ id: made.id, rights: { ...rights, keyClients: false } });
  await client.people.removeRole({ id: made.id });
  await client.people.updateRole({ id: 'seller', rights: { ...rights, keyClients: false } });
  const { rows } = await client.audit.list({ kinds: ['rights'] });
  expect(rows.toReversed().map(({ subject, details }) => [subject, details['role']])).toEqual([
    ['Comerciales', 'made'],
    ['Comerciales', 'changed'],
    ['Comerciales', 'removed'],
    ['seller', 'changed'],
  ]);
});
