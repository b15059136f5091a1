import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Core } from '#core/core.ts';
import { importLeads } from '#core/lead/import-leads.ts';
import { listLeads } from '#core/lead/queries.ts';
import type { Lead } from '#shared/lead/contract.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

function write(name: string, content: string | Uint8Array): string {
  const path = join(makeTestDirectory(), name);
  writeFileSync(path, content);
  return path;
}

function take(core: Core, path: string) {
  return importLeads(core, { path, name: 'file', actor: core.owner() });
}

function leadsOf(core: Core): readonly Lead[] {
  return listLeads(core.store.db, { text: '', offset: 0, limit: 200 }, 'ES').rows;
}

async function taken(name: string, content: string | Uint8Array): Promise<Lead | undefined> {
  const { core } = await openTestCore();
  expect(await take(core, write(name, content))).toMatchObject({ created: 1, known: 0, problems: [] });
  return leadsOf(core)[0];
}

const mail = [
  'From: =?utf-8?B?TWFyw61hIFJ1aXo=?= <maria@example.com>',
  'To: shop@example.com',
  'Subject: =?utf-8?Q?Ventanas_para_el_sal=C3=B3n?=',
  'Date: Sat, 21 Nov 2026 10:00:00 +0100',
  'Message-ID: <17@example.com>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Quiero tres ventanas. Mi tel. es 625 607 313, gracias.',
  '--b',
  'Content-Type: application/pdf; name="plano.pdf"',
  'Content-Disposition: attachment; filename="plano.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0xLjQ=',
  '--b--',
].join('\r\n');

describe('a file of requests', () => {
  it('of a table brings one request a row, each column where it belongs', async () => {
    const { core } = await openTestCore();
    const text =
      'Nombre;Teléfono;Email;Empresa;Mensaje;Producto\nAna Ruiz;625 607 313;ana@x.es;Norte SL;Dos ventanas;PVC\nLuis;;;;Hola;\n';
    expect(await take(core, write('leads.csv', text))).toEqual({ created: 2, known: 0, problems: [] });
    const ana = leadsOf(core).find(({ name }) => name === 'Ana Ruiz');
    expect(ana).toMatchObject({
      phones: ['+34625607313'],
      emails: ['ana@x.es'],
      companyName: 'Norte SL',
      text: 'Dos ventanas',
      details: { Producto: 'PVC' },
      channel: 'file',
      hasNewParty: true,
    });
  });

  it('brings nothing new when it comes again, under any name', async () => {
    const { core } = await openTestCore();
    const text = 'name,phone\nAna,625607313\nLuis,625607314\n';
    await take(core, write('a.csv', text));
    expect(await take(core, write('b.csv', text))).toEqual({ created: 0, known: 2, problems: [] });
    expect(leadsOf(core)).toHaveLength(2);
  });

  it('of contacts makes cards with what they say', async () => {
    const { core, client } = await openTestCore();
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nN:Ruiz;Ana;;;\nFN:Ana Ruiz\nTEL;TYPE=CELL:625607313\nEMAIL:ana@x.es\nBDAY:1980-02-03\nNOTE:Quiere presupuesto\nEND:VCARD\n';
    expect(await take(core, write('ana.vcf', card))).toMatchObject({ created: 1 });
    const [lead] = leadsOf(core);
    expect(lead).toMatchObject({ name: 'Ana Ruiz', phones: ['+34625607313'], emails: ['ana@x.es'], text: 'Quiere presupuesto' });
    expect(await client.contact.get({ id: lead?.partyId ?? '' })).toMatchObject({
      givenName: 'Ana',
      familyName: 'Ruiz',
      kind: 'lead',
      birthday: '1980-02-03',
    });
  });

  it.each([
    ['Contact Form 7', { 'your-name': 'Ana', 'your-tel': '625607313', 'your-email': 'ana@x.es', 'your-message': 'Hola' }],
    ['Spanish', { nombre: 'Ana', telefono: 625607313, correo: 'ana@x.es', mensaje: 'Hola' }],
    ['Portuguese', { nome: 'Ana', telemóvel: '625607313', email: 'ana@x.es', mensagem: 'Hola' }],
    ['Greek', { όνομα: 'Ana', τηλέφωνο: '625607313', email: 'ana@x.es', μήνυμα: 'Hola' }],
    ['Russian', { имя: 'Ana', телефон: '625607313', почта: 'ana@x.es', сообщение: 'Hola' }],
    ['nested', { data: { contact: { name: 'Ana', phone: '625607313', email: 'ana@x.es' }, comment: 'Hola' } }],
    [
      'a list of fields',
      {
        fields: [
          { label: 'Name', value: 'Ana' },
          { label: 'Phone', value: '625607313' },
          { label: 'E-mail', value: 'ana@x.es' },
          { label: 'Message', value: 'Hola' },
        ],
      },
    ],
    ['a list of one', [{ firstName: 'Ana', mobile: '625607313', email: 'ana@x.es', message: 'Hola' }]],
  ])('is read as a form sends it: %s', async (_, sent) => {
    const lead = await taken('lead.json', JSON.stringify(sent));
    expect(lead).toMatchObject({ name: 'Ana', phones: ['625607313'], emails: ['ana@x.es'], text: 'Hola', details: {} });
  });

  it('keeps what is not understood under its own name', async () => {
    const lead = await taken(
      'lead.json',
      JSON.stringify({ name: 'Ana', gclid: 'x1', utm: { campaign: 'otoño' }, agree: true, phone: 'none' }),
    );
    expect(lead?.details).toEqual({ gclid: 'x1', 'utm campaign': 'otoño', agree: 'true', phone: 'none' });
  });

  it('of a mail tells who sent it, when, and of which phone it speaks; its files lie on the card', async () => {
    const { core, client } = await openTestCore();
    await take(core, write('mail.eml', mail));
    const [lead] = leadsOf(core);
    expect(lead).toMatchObject({
      name: 'María Ruiz',
      emails: ['maria@example.com'],
      phones: ['+34625607313'],
      title: 'Ventanas para el salón',
      channel: 'email',
      receivedAt: Date.parse('2026-11-21T09:00:00Z'),
    });
    const [file] = await client.file.ofParty({ id: lead?.partyId ?? '' });
    expect(file?.name).toBe('plano.pdf');
    expect(await (await client.file.download({ id: file?.id ?? '' })).text()).toBe('%PDF-1.4');
    expect(await take(core, write('again.eml', `${mail}\r\n`))).toMatchObject({ created: 0, known: 1 });
    expect(await client.file.ofParty({ id: lead?.partyId ?? '' })).toHaveLength(1);
  });

  it('of a mail that a form wrote tells who filled it in', async () => {
    const form =
      'From: Web <wordpress@shop.es>\nSubject: New message\n\nNombre: Ana Ruiz\nTeléfono: 625 607 313\nEmail: ana@x.es\n\nMensaje: Hola\n';
    expect(await taken('form.eml', form)).toMatchObject({ name: 'Ana Ruiz', emails: ['ana@x.es'], phones: ['625 607 313'] });
  });

  it.each([
    ['broken.json', '{"name": "Ana"', 'damaged'],
    ['empty.json', '', 'empty'],
    ['numbers.json', '[1, 2]', 'noRows'],
    ['noise.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), 'truncated'],
    ['picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0]), 'wrongExtension'],
    ['nobody.eml', 'Hello', 'unknownFormat'],
  ])('that is none is refused: %s', async (name, content, code) => {
    const { core } = await openTestCore();
    await expect(take(core, write(name, content))).rejects.toMatchObject({ name: 'SourceError', code });
    expect(leadsOf(core)).toEqual([]);
  });

  it('tells which rows say nothing of who asks', async () => {
    const { core } = await openTestCore();
    const path = write('some.json', JSON.stringify([{ message: 'Hola' }, { name: 'Ana' }]));
    expect(await take(core, path)).toEqual({ created: 1, known: 0, problems: [{ row: 1, code: 'nobody' }] });
  });

  it.each([
    ['one column', 'Nombre;Teléfono;Mensaje\n;;Hola\n;;\nAna;625607313;Dos\n'],
    ['words as long as a footer', `Nombre;Teléfono;Mensaje\n;;${'quiero ventanas '.repeat(10)}\n;;\nAna;625607313;Dos\n`],
    ['an address, too', 'Nombre;Teléfono;Ciudad;Mensaje\n;;Madrid;Hola\n;;;\nAna;625607313;Madrid;Dos\n'],
  ])('tells which rows of a table say nothing of who asks, but not which are empty: %s', async (_, text) => {
    const { core } = await openTestCore();
    expect(await take(core, write('some.csv', text))).toEqual({ created: 1, known: 0, problems: [{ row: 2, code: 'nobody' }] });
  });
});
