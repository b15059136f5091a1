import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { useSampleFiles } from '../testing/sample-files.ts';

const files = useSampleFiles();

async function cellsOf(text: string, options = {}) {
  return (await files.read('list.csv', text, options)).map(({ cells }) => cells);
}

describe('reading a text table', () => {
  it.each([
    [';', 'Nombre;Teléfono;Saldo\nAna;600;12,50\nLuz;601;7,00\nPaz;602;1,25\n'],
    ['\t', 'Name\tPhone\tNote\nAna\t600\ta, b; c\nLuz\t601\t\n'],
    ['|', 'Name|Phone\nAna|600\nLuz|601\n'],
    [',', 'Name,Phone,Mail\nAna,600,a@b.c\n"Paz, Luz",601,\n'],
    [';', 'Nombre;Dirección\nAna;C/ Mayor 1, 2º, Madrid\nLuz;C/ Sol 2, 1º, Madrid\nPaz;C/ Luna 3, 3º, Madrid\n'],
    [';', 'Clientes de la tienda\n\nNombre;Tel;Nota\nAna;1;x\nLuz;2;y\nPaz;3;z\nTotal, con coma\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    expect((await files.inspect('list.csv', text)).delimiter).toBe(delimiter);
  });

  it('obeys a sep= line and the user above all', async () => {
    expect(await files.read('sep.csv', 'sep=|\r\nName|Phone, work\r\nAna|600, 601\r\n')).toEqual([
      { line: 2, cells: ['Name', 'Phone, work'] },
      { line: 3, cells: ['Ana', '600, 601'] },
    ]);
    expect(await cellsOf('a;b,c\n1;2,3\n', { delimiter: ',' })).toEqual([
      ['a;b', 'c'],
      ['1;2', '3'],
    ]);
  });

  it('keeps a list of one column in one', async () => {
    expect(await cellsOf('Nombre\nGarcía, Ana\nPeña, Luz\nRuiz, Paz\n')).toEqual([
      ['Nombre'],
      ['García, Ana'],
      ['Peña, Luz'],
      ['Ruiz, Paz'],
    ]);
    expect(await cellsOf('+34 600 111 222\n+34 600 111 333\n')).toEqual([['+34 600 111 222'], ['+34 600 111 333']]);
  });

  it('reads quoted cells with delimiters, doubled quotes and line ends, and counts physical lines', async () => {
    expect(await files.read('q.csv', 'a;b;c\r\n"x;y";"say ""hi""";"one\r\ntwo"\r\n\r\n1; "2" ;3')).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['x;y', 'say "hi"', 'one\ntwo'] },
      { line: 5, cells: ['1', '2', '3'] },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('takes lines ended by %j', async (end) => {
    expect(await files.read('ends.csv', ['a;b', '1;2', '', '3;"4"'].join(end))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  it('reads lines that end as on old Macs, whatever the line ends within their cells', async () => {
    expect(await cellsOf('Name;Note\rAna;"one\ntwo\nthree"\rLuz;x\r')).toEqual([
      ['Name', 'Note'],
      ['Ana', 'one\ntwo\nthree'],
      ['Luz', 'x'],
    ]);
    expect(await cellsOf('Name;Note\nAna;"one\rtwo\rthree"\nLuz;x\n')).toHaveLength(3);
  });

  it('lets stray quotes be text, and never lets one swallow the rows after it', async () => {
    expect(await cellsOf('a;b;c\nBar "El Sol";1;2\n"Bar "El Sol" SL";1;2\n"5;1;2\nAna;"3";4\nLuz;5" pipe;6\n')).toEqual([
      ['a', 'b', 'c'],
      ['Bar "El Sol"', '1', '2'],
      ['Bar "El Sol" SL', '1', '2'],
      ['"5', '1', '2'],
      ['Ana', '3', '4'],
      ['Luz', '5" pipe', '6'],
    ]);
    expect(await cellsOf('a;b\n1;2\n"3;4\n5;6\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['"3', '4'],
      ['5', '6'],
    ]);
  });

  it('leaves numbers, dates and phones as they are written', async () => {
    expect(await cellsOf('a;b;c;d\n007;1,50;01/02/2020;"=""0034600"""\n')).toEqual([
      ['a', 'b', 'c', 'd'],
      ['007', '1,50', '01/02/2020', '0034600'],
    ]);
  });

  it('reads the encoding it finds or is told', async () => {
    const bytes = iconv.encode('Имя;Телефон\r\nПётр Щербаков;8 916\r\nАнна Ёлкина;8 903\r\n', 'cp866');
    expect(await files.inspect('dos.csv', bytes)).toMatchObject({ format: 'csv', encoding: 'ibm866', delimiter: ';' });
    expect((await files.read('dos.csv', Buffer.concat([bytes, Buffer.from('\x1a')]))).map(({ cells }) => cells[0])).toEqual([
      'Имя',
      'Пётр Щербаков',
      'Анна Ёлкина',
    ]);
    expect((await files.read('dos.csv', bytes, { encoding: 'windows-1251' }))[0]?.cells[0]).not.toBe('Имя');
  });

  it('looks past thousands of plain rows for the first letter that tells the encoding', async () => {
    const plain = Array.from({ length: 20_000 }, (_, i) => `Ana Lopez;${600_000 + i};a${i}@mail.example`).join('\n');
    const bytes = iconv.encode(`Name;Phone;Mail\n${plain}\nBegoña Núñez;1;\nÍñigo Peña;2;`, 'windows-1252');
    expect((await files.inspect('late.csv', bytes)).encoding).toBe('windows-1252');
    expect((await files.read('late.csv', bytes)).at(-1)?.cells[0]).toBe('Íñigo Peña');
  });

  it('reads a quoted cell and a character that lie across two pieces of the file', async () => {
    const filler = `${'x'.repeat(131)};y\n`.repeat(1985);
    const text = `a;b\n${filler}${'z'.repeat(70)};"${'ñ\n'.repeat(200)}"\nñ;1\n`;
    const rows = await files.read('pieces.csv', text);
    expect(rows.at(-2)?.cells[1]).toBe('ñ\n'.repeat(200));
    expect(rows.at(-1)).toEqual({ line: 1 + 1985 + 1 + 200 + 1, cells: ['ñ', '1'] });
  });
});
