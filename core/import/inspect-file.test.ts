import { describe, expect, it } from 'vitest';
import { inspectFile } from '#core/import/inspect-file.ts';
import { buildXlsx } from '#core/import/readers/testing/build-xlsx.ts';
import type { XlsxSheet } from '#core/import/readers/testing/build-xlsx.ts';
import { useSampleFiles } from '#core/import/readers/testing/sample-files.ts';

const files = useSampleFiles();

function sheet(name: string, rows: readonly (readonly string[])[]): XlsxSheet {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return { name, rows: rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('') };
}

const cover = sheet('Portada', [['Talleres Pérez'], ['Índice'], ['Clientes']]);
const prices = sheet('Precios', [
  ['Producto', 'Precio'],
  ['Mesa', '12'],
]);
const people = [
  ['Nombre', 'Móvil'],
  ['Ana Ruiz', '625607313'],
  ['Luis Gil', '691271846'],
];

async function sheetChosen(sheets: readonly XlsxSheet[], wanted?: string) {
  const path = await files.write('libro.xlsx', buildXlsx({ sheets }));
  const source = wanted === undefined ? {} : { sheet: wanted };
  const { info, mapping } = await inspectFile(path, { source, country: 'ES', customFields: [], templates: [] });
  return [info.sheet, mapping.source.sheet];
}

describe('inspecting a workbook', () => {
  it('passes over a cover and lists of other things, unless told to take them', async () => {
    const sheets = [cover, prices, sheet('Clientes', people)];
    expect(await sheetChosen(sheets)).toEqual(['Clientes', 'Clientes']);
    expect(await sheetChosen(sheets, 'Precios')).toEqual(['Precios', 'Precios']);
  });

  it('takes the first of several lists of people', async () => {
    expect(await sheetChosen([sheet('Clientes', people), sheet('Proveedores', people)])).toEqual(['Clientes', 'Clientes']);
  });
});
