import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

function openShop() {
  const directory = makeTestDirectory();
  async function type(...args: string[]) {
    let [out, complaint] = ['', ''];
    const exitCode = await runCommandLine([...args, '--data', join(directory, 'data')], {
      locale: 'es-ES',
      signal: new AbortController().signal,
      write: (text) => (out += text),
      complain: (text) => (complaint += text),
    });
    return { exitCode, out, complaint };
  }
  return {
    type,
    json: async (...args: string[]) => JSON.parse((await type(...args, '--json')).out) as Record<string, never>,
    file(name: string, content: string) {
      writeFileSync(join(directory, name), content);
      return join(directory, name);
    },
  };
}

describe('requests on the command line', () => {
  it('are taken in one by one, each once', async () => {
    const { json, type } = openShop();
    const args = ['lead', 'Ana Ruiz', '--phone', '625607313', '--text', 'Dos ventanas', '--external-id', '7', '--source', 'site'];
    expect(await json(...args)).toMatchObject({
      outcome: 'created',
      lead: { name: 'Ana Ruiz', source: 'site', hasNewParty: true },
    });
    expect((await type(...args)).out).toMatch(/Ya estaba, de Ana Ruiz/);
    expect(await type('lead', '--text', 'Hola')).toMatchObject({ exitCode: 2 });
    expect((await json('lead', '--phone', '0034625607313')).lead).toMatchObject({ partyTitle: 'Ana Ruiz' });
  });

  it('are taken in from a file', async () => {
    const { json, file, type } = openShop();
    const path = file('leads.json', JSON.stringify([{ nombre: 'Ana', telefono: '625607313' }, { mensaje: 'Hola' }]));
    expect(await json('leads', path)).toEqual({ created: 1, known: 0, problems: [{ row: 2, code: 'nobody' }] });
    expect((await type('leads', path)).out).toContain('Ya estaban: 1');
    expect(await type('leads', file('broken.json', '{'))).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining('dañado'),
    });
  });
});

describe('the api command', () => {
  it('does whatever other programs can ask for, with the same checks', async () => {
    const { json, type, file } = openShop();
    const made = await json('api', 'createContact', '{"givenName": "Ana"}');
    expect(made).toMatchObject({ title: 'Ana', type: 'contact' });
    expect(await json('api', 'getContact', JSON.stringify({ id: made['id'] }))).toMatchObject({ givenName: 'Ana' });
    expect(await json('api', 'createLead', `@${file('lead.json', '{"name": "Luis"}')}`)).toMatchObject({
      name: 'Luis',
      status: 'new',
    });
    expect(await json('api', 'getContact', '{"id": "nobody"}')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await type('api', 'getContact', '{"id": 7}')).exitCode).toBe(1);
    expect((await type('api', 'getContact', '{')).exitCode).toBe(2);
    expect((await type('api', 'getContakt')).exitCode).toBe(2);
    expect((await type('api')).out).toMatch(/^createLead · /m);
  });

  it('takes files, and keeps those it gets', async () => {
    const { json, file } = openShop();
    const leads = file('leads.csv', 'nombre,teléfono\nAna,625607313\n');
    expect(await json('api', 'importLeads', JSON.stringify({ file: { $file: leads } }))).toMatchObject({ created: 1 });
    const { id } = await json('api', 'createContact', '{"givenName": "Luis"}');
    const attached = await json('api', 'attachFile', JSON.stringify({ id, file: { $file: leads } }));
    const out = file('copy.csv', '');
    await json('api', 'downloadFile', JSON.stringify({ id: attached['id'] }), '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(leads, 'utf8'));
  });

  it('may do no more than who acts', async () => {
    const { json, type } = openShop();
    await json('api', 'createPerson', '{"name": "Eva", "role": "readOnly"}');
    const { exitCode, complaint } = await type('api', 'createLead', '{"name": "Ana"}', '--as', 'Eva');
    expect(exitCode).toBe(1);
    expect(complaint).toContain('lead.create');
  });
});
