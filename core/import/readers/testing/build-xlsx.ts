import { buildZip } from './build-zip.ts';
import type { ZipPart } from './build-zip.ts';

export interface XlsxSheet {
  readonly name: string;
  /** What stands between <sheetData> and </sheetData>. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface XlsxContent {
  readonly sheets: readonly XlsxSheet[];
  /** <si> elements. */
  readonly strings?: string;
  /** <numFmts> and <cellXfs> elements. */
  readonly styles?: string;
  readonly workbookProperties?: string;
  /** Replace or add parts by name. */
  readonly parts?: readonly ZipPart[];
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as Excel lays it out, of hand-written sheet XML. */
export function buildXlsx(content: XlsxContent): Buffer {
  return buildZip(xlsxParts(content));
}

export function xlsxParts({ sheets, strings, styles, workbookProperties = '', parts = [] }: XlsxContent): ZipPart[] {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"/>`;
  const all: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook ${main} xmlns:r="${relationshipTypes}">${workbookProperties}<sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, i) => relationship(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relationship('st', 'styles', 'styles.xml')}${relationship('ss', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    ...sheets.map(({ rows }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<?xml version="1.0"?><worksheet ${main}><dimension ref="A1"/><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst ${main}>${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: `<styleSheet ${main}>${styles}</styleSheet>` }]),
  ];
  const replaced = new Set(parts.map(({ name }) => name));
  return [...all.filter(({ name }) => !replaced.has(name)), ...parts];
}
