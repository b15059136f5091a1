import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { generateDemo } from '#core/demo/generate-demo.ts';

export interface CustomerLists {
  readonly csv: string;
  readonly xlsx: string;
}

const header = [
  'Nombre',
  'Apellidos',
  'Empresa',
  'Móvil',
  'Teléfono',
  'Email',
  'Dirección',
  'Ciudad',
  'CP',
  'Etiquetas',
  'Notas',
];

/** A shop's list of so many people as CSV and as a workbook, made the first time they are asked for. */
export async function ensureCustomerLists(directory: string, rows: number): Promise<CustomerLists> {
  const lists = { csv: join(directory, `list-${rows}.csv`), xlsx: join(directory, `list-${rows}.xlsx`) };
  if (existsSync(lists.xlsx)) return lists;
  mkdirSync(directory, { recursive: true });
  const table = [...makeRows(rows)];
  writeFileSync(lists.csv, Papa.unparse([header, ...table], { delimiter: ';' }));
  const unfinished = `${lists.xlsx}.unfinished`;
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: unfinished, useSharedStrings: true });
  const sheet = workbook.addWorksheet('Clientes');
  for (const row of [header, ...table]) sheet.addRow(row).commit();
  await workbook.commit();
  renameSync(unfinished, lists.xlsx);
  return lists;
}

function* makeRows(rows: number): Generator<readonly string[]> {
  const companies: string[] = [];
  for (const record of generateDemo({ seed: 4711, contacts: rows, country: 'ES' })) {
    if (record.type === 'company') {
      companies.push(record.input.name ?? '');
      continue;
    }
    const { input, phones } = record;
    const { givenName = '', middleName = '', familyName = '', tags = [], notes = '' } = input;
    const place = input.addresses?.[0];
    const company = record.companyIndex === undefined ? '' : (companies[record.companyIndex] ?? '');
    yield [
      [givenName, middleName].filter(Boolean).join(' '),
      familyName,
      company,
      phones[0]?.raw ?? '',
      phones[1]?.raw ?? '',
      input.emails?.[0]?.address ?? '',
      place?.street ?? '',
      place?.city ?? '',
      place?.postalCode ?? '',
      tags.join(', '),
      notes,
    ];
  }
}
