import { describe, expect, it } from 'vitest';
import { buildZip } from '../testing/build-zip.ts';
import { useSampleFiles } from '../testing/sample-files.ts';

const files = useSampleFiles();

function content(tables: string): string {
  return `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
}

function buildOds(tables: string): Buffer {
  return buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content: content(tables) },
  ]);
}

const text = (value: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
const table = (name: string, rows: string, more = '') => `<table:table table:name="${name}"${more}>${rows}</table:table>`;

describe('reading an OpenDocument sheet', () => {
  it('reads every kind of cell', async () => {
    const cells = [
      text('a <text:span>b</text:span><text:s text:c="2"/>c<text:line-break/>d</text:p><text:p>e'),
      '<table:table-cell office:value-type="float" office:value="600123456"><text:p>600 123 456</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2021-01-31"><text:p>31/01/21</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2021-01-31T10:30:00"><text:p>31/01/21</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell office:value-type="float" office:value="0"><text:p>#N/A</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>x</text:p></table:table-cell>',
    ].join('');
    expect(await files.read('cells.ods', buildOds(table('A', row(cells))))).toEqual([
      { line: 1, cells: ['a b  c\nd\ne', 600123456, '2021-01-31', '2021-01-31T10:30', true, '#N/A', 'x'] },
    ]);
  });

  it('counts repeated empty rows and cells without making them', async () => {
    const rows =
      row(text('a') + '<table:table-cell table:number-columns-repeated="16383"/>') +
      row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="5"') +
      row(
        '<table:table-cell table:number-columns-repeated="2"/>' + text('b', ' table:number-columns-repeated="2"'),
        ' table:number-rows-repeated="2"',
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048568"');
    expect(await files.read('repeat.ods', buildOds(table('A', rows)))).toEqual([
      { line: 1, cells: ['a'] },
      { line: 7, cells: [null, null, 'b', 'b'] },
      { line: 8, cells: [null, null, 'b', 'b'] },
    ]);
  });

  it('lists the sheets and reads the first visible one with rows', async () => {
    const tables =
      table('Secret', row(text('s')), ' table:style-name="ta2"') +
      table('Empty', row('<table:table-cell/>')) +
      table('People', row(text('p')));
    const info = await files.inspect('sheets.ods', buildOds(tables));
    expect(info).toMatchObject({ format: 'ods', sheet: 'People' });
    expect(info.sheets[0]).toEqual({ name: 'Secret', hidden: true });
    expect(await files.read('sheets.ods', buildOds(tables), { sheet: 'Secret' })).toEqual([{ line: 1, cells: ['s'] }]);
  });

  it('reads a flat document', async () => {
    const flat = `<?xml version="1.0"?><office:document><office:body><office:spreadsheet>${table('A', row(text('a')))}</office:spreadsheet></office:body></office:document>`;
    expect(await files.read('flat.ods', flat)).toEqual([{ line: 1, cells: ['a'] }]);
  });
});
