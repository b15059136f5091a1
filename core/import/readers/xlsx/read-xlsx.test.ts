import { describe, expect, it } from 'vitest';
import { buildXlsx, xlsxParts } from '../testing/build-xlsx.ts';
import { buildZip } from '../testing/build-zip.ts';
import { readAllRows, useSampleFiles } from '../testing/sample-files.ts';
import { readSource } from '../index.ts';

const files = useSampleFiles();
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`;
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

async function cellsOf(rows: string, rest: Partial<Parameters<typeof buildXlsx>[0]> = {}) {
  return (await files.read('cells.xlsx', buildXlsx({ sheets: [{ name: 'A', rows }], ...rest }))).map(({ cells }) => cells);
}

describe('reading a workbook', () => {
  it('reads every kind of cell', async () => {
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1"><v>600123456</v></c>',
      '<c r="C1" t="b"><v>1</v></c>',
      '<c r="D1" t="e"><v>#N/A</v></c>',
      '<c r="E1" t="str"><f>A1&amp;"x"</f><v>Ana x</v></c>',
      text('F1', 'in &lt;line&gt; &amp; &#x43B;'),
      '<c r="G1" t="d"><v>2021-01-31T00:00:00</v></c>',
      '<c r="H1"><f>1+1</f></c>',
      '<c r="J1"><v>7.9161234567E10</v></c>',
    ].join('');
    expect(await cellsOf(row(1, cells), { strings: '<si><t>Ana</t></si>' })).toEqual([
      ['Ana', 600123456, true, '#N/A', 'Ana x', 'in <line> & л', '2021-01-31', null, null, 79161234567],
    ]);
  });

  it('joins the runs of rich text, leaves phonetic guides out and decodes escaped characters', async () => {
    const strings =
      '<si><r><t>Mu</t></r><r><rPr><b/></rPr><t xml:space="preserve">ñoz </t></r></si>' +
      '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>one_x000D_\ntwo_x005F_x000D_</t></si><si><t><![CDATA[a & b]]></t></si>';
    const cells = [0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(await cellsOf(row(1, cells), { strings })).toEqual([['Muñoz ', '課', 'one\ntwo_x000D_', 'a & b']]);
  });

  it('shows dates as the number format does, in both epochs', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-419]dd mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;days&quot;"/>' +
      '<numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>';
    const cells = [44227, 44227, 44227.5, 44227, 44227.4375, 0.4375]
      .map((value, i) => `<c s="${i}"><v>${value}</v></c>`)
      .join('');
    expect(await cellsOf(row(1, cells), { styles })).toEqual([
      [44227, '2021-01-31', '2021-01-31', 44227, '2021-01-31T10:30', '10:30'],
    ]);
    const in1904 = { styles, workbookProperties: '<workbookPr date1904="1"/>' };
    expect(await cellsOf(row(1, '<c s="1"><v>42765</v></c>'), in1904)).toEqual([['2021-01-31']]);
  });

  it('counts lines over empty rows and drops cells with nothing in them', async () => {
    const rows = row(2, text('A2', 'a'), text('B2', ' ')) + row(3, text('A3', '  ')) + row(7, text('C7', 'b'));
    expect(await files.read('gaps.xlsx', buildXlsx({ sheets: [{ name: 'A', rows }] }))).toEqual([
      { line: 2, cells: ['a'] },
      { line: 7, cells: [null, null, 'b'] },
    ]);
  });

  it('believes the order of cells where their places are missing or wrong', async () => {
    const rows = `<row>${text('', 'a').replace(' r=""', '')}${text('A1', 'b')}${text('A1', 'c')}</row><row r="1">${text('A1', 'd')}</row>`;
    expect(await files.read('places.xlsx', buildXlsx({ sheets: [{ name: 'A', rows }] }))).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['d'] },
    ]);
  });

  it('reads the first visible sheet with rows, or the one asked for', async () => {
    const workbook = buildXlsx({
      sheets: [
        { name: 'Secret', rows: row(1, text('A1', 'secret')), state: 'veryHidden' },
        { name: 'Empty', rows: '' },
        { name: 'People &amp; co', rows: row(1, text('A1', 'people')) },
      ],
    });
    const info = await files.inspect('sheets.xlsx', workbook);
    expect(info.sheet).toBe('People & co');
    expect(info.sheets).toEqual([
      { name: 'Secret', hidden: true },
      { name: 'Empty', hidden: false },
      { name: 'People & co', hidden: false },
    ]);
    expect(await files.read('sheets.xlsx', workbook)).toEqual([{ line: 1, cells: ['people'] }]);
    expect(await files.read('sheets.xlsx', workbook, { sheet: 'Secret' })).toEqual([{ line: 1, cells: ['secret'] }]);
  });

  it('reads prefixed strict XML, UTF-16 parts and part names of other programs', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>ñ</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = xlsxParts({
      sheets: [{ name: 'A', rows: '' }],
      parts: [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`\ufeff${sheet}`, 'utf16le') }],
    });
    const renamed = parts.map((part) => ({ ...part, name: part.name.replace('xl/worksheets/', 'XL\\Worksheets\\') }));
    expect(await files.read('strict.xlsx', buildZip(renamed))).toEqual([{ line: 1, cells: ['ñ'] }]);
  });

  it('reads a macro workbook without looking at its macros, and one called .csv or .xls', async () => {
    const workbook = buildXlsx({
      sheets: [{ name: 'A', rows: row(1, text('A1', 'a')) }],
      parts: [{ name: 'xl/vbaProject.bin', content: Buffer.from('not even a project') }],
    });
    for (const name of ['macros.xlsm', 'really.csv', 'really.xls']) {
      expect(await files.read(name, workbook)).toEqual([{ line: 1, cells: ['a'] }]);
    }
  });

  it('gives rows in batches and stops when it is told to', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => row(i + 1, `<c><v>${i}</v></c>`)).join('');
    const path = await files.write('many.xlsx', buildXlsx({ sheets: [{ name: 'A', rows }] }));
    expect(await readAllRows(path)).toHaveLength(1200);
    const abort = new AbortController();
    const reading = readSource(path, {}, abort.signal)[Symbol.asyncIterator]();
    expect((await reading.next()).value).toHaveLength(500);
    abort.abort(new Error('enough'));
    await expect(reading.next()).rejects.toThrow('enough');
  });

  it('keeps a ">" within an attribute apart from the tag', async () => {
    expect(await cellsOf(`<row r="1" note="a>b"><c r="A1" x='>' t="str"><v>a</v></c></row>`)).toEqual([['a']]);
  });
});
