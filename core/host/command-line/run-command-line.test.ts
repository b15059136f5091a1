import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepDutyTrouble } from '#core/clock/duty-trouble.ts';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { emptyUserFields, userRecord } from '#core/people/users.ts';
import { createRecord } from '#core/records/write.ts';
import { openTestData, readRecords } from '#test/factories/archives.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly complaint: string;
}

interface Shop {
  readonly directory: string;
  file(name: string, content: string): string;
  /** Types a command for the shop's data. */
  type(...args: string[]): Promise<Ended>;
  /** The same, answered in JSON. */
  json<Answer = Record<string, unknown>>(...args: string[]): Promise<Answer>;
}

function openShop(locale = 'en-GB'): Shop {
  const directory = makeTestDirectory();
  const data = join(directory, 'data');
  async function type(...args: string[]): Promise<Ended> {
    let [out, complaint] = ['', ''];
    const exitCode = await runCommandLine([...args, '--data', data], {
      locale,
      signal: new AbortController().signal,
      write: (text) => (out += text),
      complain: (text) => (complaint += text),
    });
    return { exitCode, out, complaint };
  }
  return {
    directory,
    file(name, content) {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    type,
    async json<Answer>(...args: string[]) {
      const { out } = await type(...args, '--json');
      expect(out.split('\n')).toHaveLength(2);
      return JSON.parse(out) as Answer;
    },
  };
}

const list =
  'Nombre;Teléfono;Correo;Ciudad\nAna Ruiz;625 60 73 13;ana@correo.example;Lugo\nLuis Gil;691271846;;Vigo\nana ruiz;+34625607313;;\n';

interface Imported {
  readonly rows: number;
  readonly actId: string;
  readonly errorsFile: string | null;
}
interface Found {
  readonly results: readonly {
    readonly kind: string;
    readonly id: string;
    readonly title: string;
    readonly phones: readonly string[];
  }[];
}

describe('import', () => {
  it('brings a list in, which search then finds by any writing of a phone', async () => {
    const { file, json } = openShop();
    const path = file('clientes.csv', list);
    expect(await json('import', path, '--country', 'ES')).toEqual({
      rows: 3,
      created: {
        contacts: 2,
        companies: 0,
      },
      updated: 0,
      unchanged: 1,
      skipped: 0,
      failed: 0,
      duplicates: 1,
      warnings: 0,
      errorsFile: null,
      actId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    for (const typed of ['+34625607313', '625 607 313', '07313', 'ruiz ana', 'ANA@correo']) {
      const { results } = await json<Found>('search', typed);
      expect(results).toMatchObject([
        { kind: 'contact', title: 'Ana Ruiz', phones: ['+34625607313'], emails: ['ana@correo.example'] },
      ]);
    }
    expect((await json<Found>('search', 'gil', '--type', 'company')).results).toEqual([]);
    expect((await json<Found>('search', 'l', '--limit', '1')).results).toHaveLength(1);
  });

  it('takes the country of the command for the shop’s where none was set, and keeps one that was', async () => {
    const { file, json } = openShop();
    await json('import', file('a.csv', 'Имя;Телефон\nАнна Ёлкина;8 916 123-45-67\n'), '--country', 'ru');
    expect((await json<Found>('search', '8 (916) 123')).results[0]).toMatchObject({
      title: 'Ёлкина Анна',
      phones: ['+79161234567'],
    });
    await json('import', file('b.csv', 'Nombre;Teléfono\nLuis Gil;691271846\n'), '--country', 'ES');
    expect((await json<Found>('search', '8916123')).results).toHaveLength(1);
    expect((await json<Found>('search', 'luis')).results[0]?.phones).toEqual(['+34691271846']);
  });

  it('keeps that country when it is undone after more was brought in by it', async () => {
    const { file, json } = openShop();
    const { actId } = await json<Imported>(
      'import',
      file('a.csv', 'Имя;Телефон\nАнна Ёлкина;8 916 123-45-67\n'),
      '--country',
      'RU',
    );
    await json('import', file('b.csv', 'Имя;Телефон\nЕва Мак;8 903 578-26-07\n'));
    await json('undo', '--act', actId);
    expect((await json<Found>('search', '8 (903) 578')).results.map(({ title }) => title)).toEqual(['Мак Ева']);
  });

  it('reads a list by the country of the system where nothing else is known', async () => {
    const { file, json } = openShop('pt-BR');
    await json('import', file('a.csv', 'Nome;Telefone\nInês Assunção;(91) 96649-1064\n'));
    expect((await json<Found>('search', '966491064')).results[0]?.phones).toEqual(['+5591966491064']);
  });

  it('only says what would happen when asked so', async () => {
    const { file, json } = openShop();
    expect(await json('import', file('a.csv', list), '--country', 'ES', '--dry-run')).toMatchObject({
      created: { contacts: 2 },
      actId: null,
      errorsFile: null,
    });
    expect((await json<{ acts: unknown[] }>('acts')).acts).toEqual([]);
    expect((await json<Found>('search', 'ana')).results).toEqual([]);
  });

  it('does with those already there as it is told', async () => {
    const { file, json } = openShop();
    await json('import', file('a.csv', list), '--country', 'ES');
    const changed = file('b.csv', 'Nombre;Teléfono;Ciudad\nAna Ruiz;625607313;Ourense\n');
    expect(await json('import', changed, '--duplicates', 'skip')).toMatchObject({ skipped: 1, created: { contacts: 0 } });
    expect(await json('import', changed, '--duplicates', 'create')).toMatchObject({ created: { contacts: 1 } });
  });

  it('writes what it could not import beside the list, with the reason, and never over such a file', async () => {
    const { file, json, directory } = openShop();
    const path = file('a.csv', 'Nombre;Teléfono\nAna Ruiz;625607313\n;\n;7,91E+10\n');
    const first = await json<Imported>('import', path, '--country', 'ES');
    expect(first).toMatchObject({ failed: 1, errorsFile: join(directory, 'a.csv.errors.csv') });
    expect(readFileSync(first.errorsFile ?? '', 'utf8')).toContain('7,91E+10;');
    const second = await json<Imported>('import', path);
    expect(second.errorsFile).toBe(join(directory, 'a.csv.errors-2.csv'));
  });

  it('follows a mapping file, whole or only for the columns it names', async () => {
    const { file, json } = openShop();
    const path = file('a.csv', 'Quién;Dónde llamar;Zona\nAna Ruiz;625607313;Norte\n');
    const columns = { Zona: { target: 'custom', customType: 'text' }, Quién: 'fullName', 'Dónde llamar': 'phone' };
    const part = file('part.json', JSON.stringify({ columns }));
    expect(await json('import', path, '--country', 'ES', '--mapping', part)).toMatchObject({ created: { contacts: 1 } });
    expect((await json<Found>('search', 'norte')).results[0]).toMatchObject({ title: 'Ana Ruiz', phones: ['+34625607313'] });
    const whole = file(
      'whole.json',
      JSON.stringify({ firstLine: 2, headerLines: [1], columns: [{ index: 2, header: 'Zona', target: 'fullName' }] }),
    );
    await json('import', path, '--mapping', whole);
    expect((await json<Found>('search', 'norte')).results.map(({ title }) => title)).toContain('Norte');
  });

  it('names the field of a mapping file that is not right', async () => {
    const { file, json } = openShop();
    const path = file('a.csv', list);
    const fault = async (text: string) =>
      (await json<{ error: object }>('import', path, '--mapping', file('m.json', text))).error;
    expect(await fault('{')).toMatchObject({ code: 'mappingUnreadable' });
    expect(await fault('{"columns":{"Nombre":"name"}}')).toMatchObject({ code: 'mappingInvalid', field: 'columns.Nombre' });
    expect(await fault('{"columns":[{"index":0,"header":"Nombre","target":"name"}]}')).toMatchObject({
      field: expect.stringMatching(/^firstLine|columns.0.target$/) as string,
    });
    expect(await fault('{"columns":{"Apodo":"nickname"}}')).toMatchObject({ code: 'mappingUnknownHeader', header: 'Apodo' });
  });
});

describe('undo', () => {
  it('takes an import back whole, also one that changed what was there, and importing again gives the same people', async () => {
    const { file, json, directory } = openShop();
    const path = file('a.csv', list);
    const save = async (name: string) => {
      await json('export', join(directory, name));
      return readRecords(join(directory, name));
    };
    const empty = await save('0.zip');
    await json('import', path, '--country', 'ES');
    const first = await save('1.zip');
    const more = file('b.csv', 'Nombre;Teléfono;Ciudad;Notas;Talla\nAna Ruiz;625607313;Ourense;nueva;M\nEva Mas;620249486;;;L\n');
    const again = await json<Imported>('import', more);
    expect(again).toMatchObject({ updated: 1, created: { contacts: 1 } });
    expect(await save('2.zip')).not.toEqual(first);
    expect(await json('undo')).toMatchObject({ undoes: again.actId, kept: [] });
    expect(await save('3.zip')).toEqual(first);
    await json('undo');
    expect(await save('4.zip')).toEqual(empty);
    expect(await json('undo')).toEqual({ error: { code: 'nothingToUndo' } });
    await json('import', path, '--country', 'ES');
    const people = (parts: Record<string, string>) =>
      (parts['party.jsonl'] ?? '')
        .replace(/"(id|createdAt|updatedAt)":("[^"]*"|\d+)/g, '')
        .split('\n')
        .toSorted();
    expect(people(await save('5.zip'))).toEqual(people(first));
    expect(await json('check')).toMatchObject({ ok: true });
  });

  it('says which records were changed since, and leaves those when told to', async () => {
    const { file, json } = openShop();
    const { actId } = await json<Imported>('import', file('a.csv', list), '--country', 'ES');
    await json('import', file('b.csv', 'Nombre;Teléfono;Ciudad\nLuis Gil;691271846;Ourense\n'), '--duplicates', 'overwrite');
    expect(await json('undo', '--act', actId)).toEqual({ error: { code: 'editedSince', count: 1, records: 'Luis Gil' } });
    expect(await json('undo', '--act', actId, '--keep-edited')).toMatchObject({ kept: [{ title: 'Luis Gil' }] });
    expect((await json<Found>('search', '691 27')).results.map(({ title }) => title)).toEqual(['Luis Gil']);
    expect((await json<Found>('search', 'ana')).results).toEqual([]);
    expect(await json('undo', '--act', actId)).toMatchObject({ error: { code: 'alreadyUndone' } });
    expect(await json('undo', '--act', 'x')).toMatchObject({ error: { code: 'actNotFound' } });
  });
});

describe('demo, export and import of the export', () => {
  it('make the same shop again', async () => {
    const [shop, other] = [openShop(), openShop()];
    expect(await shop.json('demo', '--contacts', '40', '--seed', '7')).toMatchObject({ contacts: 40, companies: 5 });
    const zip = join(shop.directory, 'copy.zip');
    expect(await shop.json('export', zip)).toMatchObject({ file: zip, records: { 'party.jsonl': 45 } });
    expect(await other.json('import', zip, '--dry-run')).toMatchObject({ rows: 45, actId: null });
    expect(await other.json('import', zip)).toMatchObject({
      rows: 45,
      created: { contacts: 40, companies: 5 },
      failed: 0,
      errorsFile: null,
    });
    const back = join(other.directory, 'back.zip');
    await other.json('export', back);
    expect(await readRecords(back)).toEqual(await readRecords(zip));
    expect(await other.json('check')).toEqual({ ok: true, faults: [], counts: { parties: 45, acts: 4, files: 0 }, duties: [] });
  });
});

describe('check', () => {
  it('tells what could not be done on time, which is no damage', async () => {
    const { directory, json, type } = openShop();
    const trouble = { name: 'reminders', message: 'no such table: reminder', since: 1, lastAt: 2, failures: 3 };
    const { store, connection } = openTestData(join(directory, 'data'));
    keepDutyTrouble(store, trouble);
    expect(await json('check')).toMatchObject({ ok: true, faults: [], duties: [trouble] });
    expect(await type('check')).toMatchObject({ exitCode: 0, out: expect.stringContaining('no such table: reminder') as string });
    connection.close();
  });
});

describe('what can’t be done', () => {
  it('ends with 2 when it was not understood', async () => {
    const { type, json } = openShop();
    const wrong: Record<string, string[]> = {
      unknownCommand: ['improt', 'a.csv'],
      unknownFlag: ['import', 'a.csv', '--contry', 'ES'],
      flagNeedsValue: ['import', 'a.csv', '--country'],
      flagTakesNoValue: ['import', 'a.csv', '--dry-run=yes'],
      flagBadValue: ['import', 'a.csv', '--duplicates', 'merge'],
      argumentMissing: ['import'],
      argumentTooMany: ['import', 'a.csv', 'b.csv'],
    };
    for (const [code, args] of Object.entries(wrong)) {
      const ended = await type(...args);
      expect([code, ended.exitCode, ended.out]).toEqual([code, 2, '']);
      expect(ended.complaint.length).toBeGreaterThan(10);
      expect(await json(...args)).toMatchObject({ error: { code } });
    }
    for (const args of [
      ['import', 'a', '--country', 'Spain'],
      ['search', 'a', '--limit', '0'],
      ['demo'],
      ['demo', '--contacts', 'many'],
    ])
      expect((await type(...args)).exitCode).toBe(2);
  });

  it('ends with 1 and says what became of the data when the file can’t be read', async () => {
    const { type, json, file, directory } = openShop();
    expect(await json('import', join(directory, 'none.csv'))).toMatchObject({ error: { code: 'notFound' } });
    expect(await json('import', file('empty.csv', ''))).toMatchObject({ error: { code: 'empty' } });
    expect(await json('import', file('a.zip', 'no zip'))).toEqual({ error: { code: 'notAnArchive' } });
    const { exitCode, complaint } = await type('import', file('b.xlsx', 'PK\x03\x04broken'));
    expect([exitCode, complaint]).toEqual([1, expect.stringContaining('Nothing was changed.')]);
    expect(await json('export', join(directory, 'no/such/folder/a.zip'))).toMatchObject({ error: { code: 'cannotWrite' } });
  });

  it('ends with 1 when the data is not usable, and leaves it as it is', async () => {
    const { json, directory } = openShop();
    mkdirSync(join(directory, 'data'));
    const path = join(directory, 'data', 'cartera.db');
    const noise = Buffer.alloc(8192, 'not a database ');
    writeFileSync(path, noise);
    expect(await json('search', 'ana')).toEqual({ error: { code: 'damaged', path } });
    expect(readFileSync(path).equals(noise)).toBe(true);
  });

  it('is explained in the language of the system', async () => {
    for (const [locale, words] of [
      ['ru-RU', 'Нет команды'],
      ['el-GR', 'Δεν υπάρχει εντολή'],
      ['pt-PT', 'Não existe o comando'],
      ['es-ES', 'No existe el comando'],
      ['fr-FR', 'There is no command'],
    ] as const)
      expect((await openShop(locale).type('improt')).complaint).toContain(words);
  });
});

describe('help', () => {
  it('lists the commands, or the flags of one', async () => {
    const { type } = openShop();
    const all = await type('--help');
    expect(all.exitCode).toBe(0);
    for (const name of ['import', 'search', 'demo', 'export', 'check', 'acts', 'undo'])
      expect(all.out).toContain(`cartera -- ${name}`);
    expect((await type('import', '--help')).out).toContain('--duplicates skip|fill|overwrite|create');
  });
});

describe('--as', () => {
  it('names who acts, by name or id, with what she may do', async () => {
    const shop = openShop();
    await shop.json('demo', '--contacts', '2');
    const data = openTestData(join(shop.directory, 'data'));
    const person = { ...emptyUserFields, role: 'seller', createdAt: 1 } as const;
    const add = (id: string, name: string) =>
      data.store.performNow({ actor: data.actor, kind: 'people', subject: name }, (act) =>
        createRecord(act, userRecord, { ...person, id, name }),
      );
    add('u1', 'Eva Gil');
    add('u2', 'Luis');
    add('u3', 'luis');
    expect(await shop.json('export', join(shop.directory, 'all.zip'), '--as', 'eva gil')).toEqual({
      error: { code: 'forbidden', permission: 'party.export' },
    });
    expect((await shop.type('search', 'Ana', '--as', 'u1')).exitCode).toBe(0);
    expect(await shop.json('search', 'Ana', '--as', 'Luis')).toEqual({
      error: { code: 'personAmbiguous', person: 'Luis', ids: 'u2, u3' },
    });
    expect((await shop.json<{ error: object }>('search', 'Ana', '--as', 'Olga')).error).toEqual({
      code: 'personNotFound',
      person: 'Olga',
    });
    expect((await shop.type('search', 'Ana', '--as', '')).exitCode).toBe(2);
  });
});
