import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { buildBiff5 } from '../testing/build-biff5.ts';
import { useSampleFiles } from '../testing/sample-files.ts';
import { XLSX } from './sheetjs.ts';

const files = useSampleFiles();

function buildXls(bookType: 'biff8' | 'xlml'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['secret']]), 'Secret');
  const rows = [['ФИО', 'Αλφα', 'Alta'], [], ['Пётр', '0034600', new Date(Date.UTC(2021, 0, 31))]];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { UTC: true }), 'Лист');
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  return XLSX.write(book, { bookType, type: 'buffer' }) as Buffer;
}

describe('reading an old workbook', () => {
  it.each(['biff8', 'xlml'] as const)('reads %s: sheets, dates, gaps', async (bookType) => {
    const info = await files.inspect('old.xls', buildXls(bookType));
    expect(info).toMatchObject({ format: 'xls', sheet: 'Лист' });
    expect(info.sheets).toEqual([
      { name: 'Secret', hidden: true },
      { name: 'Лист', hidden: false },
    ]);
    expect(await files.read('old.xls', buildXls(bookType))).toEqual([
      { line: 1, cells: ['ФИО', 'Αλφα', 'Alta'] },
      { line: 3, cells: ['Пётр', '0034600', '2021-01-31'] },
    ]);
  });

  it.each([
    ['windows-1251', 'cp1251', ['Наименование', 'Щербаков Пётр', 'Ёлкина Анна', 'ООО Ромашка']],
    ['ibm866', 'cp866', ['Наименование', 'Щербаков Пётр', 'Ёлкина Анна', 'ООО Ромашка']],
    ['windows-1253', 'cp1253', ['Επώνυμο', 'Παπαδόπουλος Άγγελος', 'Ξυλούρη Ψαρή', 'Ωνάσης']],
    ['windows-1252', 'cp1252', ['Dirección', 'Núñez Begoña', 'Íñigo Peña', 'Ángel Güell']],
  ] as const)('finds the code page %s of a workbook that names none', async (encoding, name, [header, ...names]) => {
    const bytes = buildBiff5([[header, 'Tel'], ...names.map((text, i) => [text, 600 + i])], name);
    const rows = await files.read('biff5.xls', bytes);
    expect(rows.map(({ cells }) => cells[0])).toEqual([header, ...names]);
    const info = await files.inspect('biff5.xls', bytes);
    expect(info.encoding).toBe(encoding);
    expect(info.encodingCandidates.length).toBeGreaterThan(1);
  });

  it('lets the user overrule the code page', async () => {
    const bytes = buildBiff5([['Имя'], ['Пётр Щербаков'], ['Анна Ёлкина']], 'cp1251');
    const rows = await files.read('biff5.xls', bytes, { encoding: 'windows-1252' });
    expect(rows[1]?.cells[0]).toBe(iconv.decode(iconv.encode('Пётр Щербаков', 'cp1251'), 'cp1252'));
  });

  it('reads an HTML table that goes by the name of .xls, its numbers as text', async () => {
    const html =
      '<html><head><meta charset="windows-1251"></head><body><table><tr><td>Имя</td><td>Тел</td></tr><tr><td>Пётр &amp; Анна</td><td>0034600</td></tr></table></body></html>';
    expect(await files.read('table.xls', iconv.encode(html, 'cp1251'))).toEqual([
      { line: 1, cells: ['Имя', 'Тел'] },
      { line: 2, cells: ['Пётр & Анна', '0034600'] },
    ]);
  });

  it('reads a text table that goes by the name of .xls', async () => {
    expect(await files.read('text.xls', 'a\tb\n1\t2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ]);
  });
});
