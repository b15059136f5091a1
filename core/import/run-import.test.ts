import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#core/import/inspect-file.ts';
import type { ImportSummary } from '#shared/import/contract.ts';
import type { DuplicatePolicy } from '#shared/import/mapping.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

interface Imported {
  readonly jobId: string;
  readonly summary: ImportSummary;
}

/** Brings a text file in the way the interface does: hand over, inspect, take the proposal, run, wait. */
async function importText(
  { client }: TestCore,
  text: string,
  duplicates: DuplicatePolicy = 'fill',
  mode: 'plan' | 'run' = 'run',
): Promise<Imported> {
  const { fileId } = await client.import.upload({ file: new File([text], 'clientes.csv') });
  const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
  const { jobId } = await client.import[mode]({ fileId, mapping, country: 'ES', duplicates });
  for await (const job of await client.job.watch({ id: jobId })) {
    if (job.state === 'failed') throw new Error(JSON.stringify(job.error));
  }
  return { jobId, summary: await client.import.result({ id: jobId }) };
}

const header = 'Nombre;Teléfono;Correo;Ciudad;Notas';

async function everybody({ client }: TestCore) {
  return (await client.party.list({ limit: 500 })).rows.map(({ title, phones }) => [title, ...phones]);
}

describe('an import', () => {
  it('knows one person by a phone written differently, in the file and in what was there', async () => {
    const test = await openTestCore();
    await test.client.contact.create({ givenName: 'Ana', familyName: 'Ruiz', phones: [{ raw: '+34 625 607 313' }] });
    const { summary } = await importText(
      test,
      `${header}\nRUIZ, Ana;625607313;;;\nLuis Gil;691271846;;;\nluis gil;0034 691 27 18 46;;;`,
    );
    expect(summary).toMatchObject({ rows: 3, created: { contacts: 1, companies: 0 }, duplicates: 2, failed: 0 });
    expect(await everybody(test)).toEqual([
      ['Ana Ruiz', '+34625607313'],
      ['Luis Gil', '+34691271846'],
    ]);
  });

  it('knows one person by a tax id written with and without dots, and mixes no names', async () => {
    const test = await openTestCore();
    const rows = 'Nombre;DNI;Teléfono\nAna Ruiz;12345678Z;625607313\nRUIZ GIL, ANA;12.345.678-Z;691271846';
    expect((await importText(test, rows)).summary.created.contacts).toBe(1);
    await importText(test, 'Nombre;Apellidos;Teléfono\nMari;;620249486\nCarmen;Mari;620249486');
    expect((await everybody(test)).map(([title]) => title)).toEqual(['Ana Ruiz', 'Mari']);
  });

  it('remembers who an initial or a family name stood for', async () => {
    const test = await openTestCore();
    const rows = ['M. López', 'Miguel López', 'María López', 'García', 'José García', 'Ana García'];
    const list = `${header}\n${rows.map((name) => `${name};625607313;;;`).join('\n')}`;
    expect((await importText(test, list)).summary.created.contacts).toBe(4);
    expect((await importText(test, list)).summary.created.contacts).toBe(0);
  });

  it('leaves a family that shares a telephone apart, and people who share a name', async () => {
    const test = await openTestCore();
    const { summary } = await importText(
      test,
      `${header}\nAna Ruiz;625607313;;;\nPedro Ruiz;625607313;;;\nMaría Gil;691271846;;;\nMaría Gil;620249486;;;`,
    );
    expect(summary.created.contacts).toBe(4);
  });

  it('never takes rows without a value for duplicates of each other', async () => {
    const test = await openTestCore();
    const { summary } = await importText(test, `${header}\nAna;;;;\nLuis;;;;\n;;a@mail.example;;\n;;b@mail.example;;`);
    expect(summary).toMatchObject({ created: { contacts: 4 }, duplicates: 0 });
  });

  it('knows those of whom there is but a name when the list comes again, and takes none of them for another', async () => {
    const test = await openTestCore();
    const rows = `${header}\nAna Gil;;;Madrid;primera\nAna Gil;;;Toledo;segunda\nLuis;7,91E+10;;;`;
    expect((await importText(test, rows)).summary.created.contacts).toBe(3);
    expect((await importText(test, rows)).summary).toMatchObject({ created: { contacts: 0 }, updated: 0, unchanged: 3 });
    expect((await importText(test, `${header}\nAna Gil;625607313;;;`)).summary.created.contacts).toBe(1);
  });

  it.each([
    ['skip', { notes: 'antes', city: '' }],
    ['fill', { notes: 'antes\ndespués', city: 'Madrid' }],
    ['overwrite', { notes: 'antes\ndespués', city: 'Madrid' }],
  ] as const)('with "%s" leaves a duplicate as promised', async (duplicates, expected) => {
    const test = await openTestCore();
    const { id } = await test.client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }], notes: 'antes' });
    await importText(test, `${header}\nAna;625607313;ana@mail.example;Madrid;después`, duplicates);
    const contact = await test.client.contact.get({ id });
    expect({ notes: contact.notes, city: contact.addresses[0]?.city ?? '' }).toEqual(expected);
    expect((await test.client.party.list({})).total).toBe(1);
  });

  it('fills without replacing, and replaces when told to overwrite', async () => {
    const rows = 'Nombre;Teléfono;Cumpleaños\nAna;625607313;02/03/1981';
    for (const [duplicates, birthday] of [
      ['fill', '1980-01-31'],
      ['overwrite', '1981-03-02'],
    ] as const) {
      const test = await openTestCore();
      const { id } = await test.client.contact.create({
        givenName: 'Ana',
        phones: [{ raw: '625607313' }],
        birthday: '1980-01-31',
      });
      await importText(test, rows, duplicates);
      expect((await test.client.contact.get({ id })).birthday).toBe(birthday);
    }
  });

  it('changes nothing when the same list comes again, fields of its own included', async () => {
    const test = await openTestCore();
    const rows = 'Nombre;Teléfono;Matrícula;Color\nAna;625607313;;rojo\nAna;625607313;1234BCD;rojo\nAna;625607313;9876XYZ;azul';
    await importText(test, rows);
    expect((await importText(test, rows)).summary).toMatchObject({ created: { contacts: 0 }, updated: 0, unchanged: 3 });
  });

  it('with "create" makes everybody anew', async () => {
    const test = await openTestCore();
    const rows = `${header}\nAna;625607313;;;\nAna;625607313;;;`;
    await importText(test, rows, 'create');
    expect((await importText(test, rows, 'create')).summary.created.contacts).toBe(2);
    expect((await test.client.party.list({})).total).toBe(4);
  });

  it('plans exactly what it then does, writing nothing', async () => {
    const test = await openTestCore();
    await test.client.demo.create({ contacts: 30 });
    const [known] = (await test.client.party.list({ filter: { type: 'contact' } })).rows;
    const rows = `${header}\n${known?.title};${known?.phones[0]};;Cádiz;x\nAna;625607313;;;\nana;625 607 313;;León;\n;;;;solo una nota`;
    const acts = (await test.client.history.acts({})).total;
    const planned = await importText(test, rows, 'fill', 'plan');
    expect((await test.client.history.acts({})).total).toBe(acts);
    const done = await importText(test, rows, 'fill');
    expect({ ...done.summary, actId: null }).toEqual(planned.summary);
    const read = async (id: string) =>
      (await test.client.import.rows({ id })).rows.map(({ line, outcome, title }) => [line, outcome, title]);
    expect(await read(done.jobId)).toEqual(await read(planned.jobId));
    expect(planned.summary).toMatchObject({ rows: 4, failed: 1, created: { contacts: 1 }, updated: 2 });
  });

  it('gives rows with errors back as a file with the reason', async () => {
    const test = await openTestCore();
    const { jobId, summary } = await importText(test, `${header}\nAna;625607313;;;\n;;;Cádiz;=1+1`);
    expect(summary.failed).toBe(1);
    const text = await (await test.client.import.errorsFile({ id: jobId })).text();
    expect(text.split('\r\n')).toHaveLength(2);
    expect(text).toContain('Cádiz');
    // What looks like a formula must not become one when the file is opened.
    expect(text).toContain("'=1+1");
  });

  it('can be undone whole, updates and new custom fields included', async () => {
    const test = await openTestCore();
    const before = await test.client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }] });
    const { summary } = await importText(
      test,
      'Nombre;Teléfono;Ciudad;Matrícula;Empresa\nAna;625607313;Madrid;1234BCD;Sol\nLuis;691271846;León;9876XYZ;Sol',
    );
    expect(summary).toMatchObject({ created: { contacts: 1, companies: 1 }, updated: 1 });
    expect(await test.client.customField.list()).toMatchObject([{ label: 'Matrícula' }]);
    await test.client.history.undo({ id: summary.actId ?? '' });
    expect(await test.client.contact.get({ id: before.id })).toEqual(before);
    expect((await test.client.party.list({})).total).toBe(1);
    expect(await test.client.customField.list()).toEqual([]);
    expect((await test.client.search.find({ text: '691271846' })).results).toEqual([]);
  });

  it('of many rows is undone too, without holding other calls up', async () => {
    const test = await openTestCore();
    const rows = Array.from({ length: 3000 }, (_, index) => `Persona ${index};6${String(index).padStart(8, '0')};${index}`);
    const { summary } = await importText(test, `Nombre;Teléfono;Expediente\n${rows.join('\n')}`);
    expect(summary.created.contacts).toBe(3000);
    const undoing = test.client.history.undo({ id: summary.actId ?? '' });
    expect((await test.client.party.list({ limit: 1 })).total).toBe(3000);
    expect((await undoing).undone).toBeGreaterThanOrEqual(3000);
    expect((await test.client.party.list({})).total).toBe(0);
    expect(await test.client.customField.list()).toEqual([]);
  });

  it('undone but for what was edited since keeps that and what it hangs on', async () => {
    const test = await openTestCore();
    const { summary } = await importText(test, 'Nombre;Teléfono;Empresa\nAna;625607313;Sol\nLuis;691271846;Luna');
    const [ana] = (await test.client.search.find({ text: 'ana' })).results;
    await test.client.contact.update({ id: ana?.id ?? '', notes: 'buena clienta' });
    await test.client.history.undo({ id: summary.actId ?? '', keepEdited: true });
    expect((await everybody(test)).map(([title]) => title)).toEqual(['Ana', 'Sol']);
    expect(await test.client.link.ofParty({ id: ana?.id ?? '' })).toMatchObject([{ companyTitle: 'Sol' }]);
  });

  it('leaves nothing when it is cancelled', async () => {
    const test = await openTestCore();
    const rows = Array.from({ length: 20_000 }, (_, index) => `Persona ${index};6${String(index).padStart(8, '0')};;;`);
    const { client } = test;
    const { fileId } = await client.import.upload({ file: new File([`${header}\n${rows.join('\n')}`], 'clientes.csv') });
    const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
    const { jobId } = await client.import.run({ fileId, mapping, country: 'ES' });
    let state = '';
    for await (const job of await client.job.watch({ id: jobId })) {
      if (job.done > 0 && state !== 'cancelled') await client.job.cancel({ id: jobId });
      ({ state } = job);
    }
    expect(state).toBe('cancelled');
    expect((await client.party.list({})).total).toBe(0);
    expect((await client.history.acts({})).rows.filter(({ kind }) => kind === 'import')).toEqual([]);
  });

  it('tells why a file cannot be read', async () => {
    const { client } = await openTestCore();
    const { fileId } = await client.import.upload({
      file: new File(
        [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1')],
        'factura.csv',
      ),
    });
    await expect(client.import.inspect({ fileId, country: 'ES' })).rejects.toMatchObject({
      code: 'UNREADABLE',
      data: { code: 'wrongExtension' },
    });
  });

  it('takes a saved mapping for the next file with the same headers', async () => {
    const test = await openTestCore();
    const { client } = test;
    const first = await client.import.upload({ file: new File([`${header}\nAna;625607313;;;`], 'a.csv') });
    const { mapping } = await client.import.inspect({ fileId: first.fileId, country: 'ES' });
    const corrected = {
      ...mapping,
      columns: mapping.columns.map((column) => ({ ...column, ...(column.header === 'Ciudad' && { target: 'source' as const }) })),
    };
    const template = await client.import.saveTemplate({ name: 'Mi lista', mapping: corrected });
    const second = await client.import.upload({ file: new File([`Lista\n\n${header}\nLuis;691271846;;León;`], 'b.csv') });
    const inspection = await client.import.inspect({ fileId: second.fileId, country: 'ES' });
    expect(inspection.templateId).toBe(template.id);
    expect(inspection.mapping.columns.map(({ target }) => target)).toEqual(corrected.columns.map(({ target }) => target));
    expect(inspection.mapping.firstLine).toBe(4);
  });
});

describe('looking into a file', () => {
  it('says how it was read, so that it is read the same way later', async () => {
    const { directory } = await openTestCore();
    const path = join(directory, 'clientes.csv');
    writeFileSync(path, Buffer.from('Cliente;Tel\xe9fono\r\nJos\xe9 Mu\xf1oz;625607313\r\n', 'latin1'));
    const { mapping, info } = await inspectFile(path, { source: {}, country: 'ES', customFields: [], templates: [] });
    expect(info.encodingCandidates.length).toBeGreaterThan(0);
    expect(mapping.source).toEqual({ encoding: 'windows-1252', delimiter: ';' });
  });
});
