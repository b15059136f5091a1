import { readColumnCode } from '#shared/import/column-code.ts';
import type { ColumnCode } from '#shared/import/column-code.ts';
import { headerKey } from '#shared/import/header-words.ts';
import { amocrm } from './amocrm.ts';
import { google } from './google.ts';
import { hubspotCompanies, hubspotContacts } from './hubspot.ts';
import { oneC } from './one-c.ts';
import { outlook } from './outlook.ts';
import { pipedriveOrganisations, pipedrivePeople } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { thunderbird } from './thunderbird.ts';

/** Most telling first: a program whose marks are a part of another's stands behind it. */
const presets: readonly Preset[] = [
  google,
  pipedrivePeople,
  pipedriveOrganisations,
  hubspotContacts,
  hubspotCompanies,
  thunderbird,
  outlook,
  amocrm,
  oneC,
];

export interface Program {
  readonly id: string;
  readonly subject: 'contact' | 'company' | 'auto';
  /** What the program means by a header; null where the common dictionary knows as well. */
  readonly readHeader: (header: string) => ColumnCode | null;
}

const compiled = presets.map((preset) => ({
  preset,
  marks: preset.marks.map((set) => set.split(/,\s*/).map(headerKey)),
  codes: readCodes(preset.columns),
}));

/** The program that wrote a list, told by its headers; null when it is nobody's in particular. */
export function recogniseProgram(headers: readonly string[]): Program | null {
  const keys = new Set(headers.map(headerKey));
  const found = compiled.find(({ marks }) => marks.some((set) => set.every((mark) => keys.has(mark))));
  if (found === undefined) return null;
  return {
    id: found.preset.id,
    subject: found.preset.subject ?? 'auto',
    readHeader: (header) => lookUp(found.codes, headerKey(header)),
  };
}

function readCodes(columns: string): ReadonlyMap<string, ColumnCode> {
  const lines = columns.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const [header = '', code = ''] = line.split(' = ').map((part) => part.trim());
      const read = readColumnCode(code);
      if (read === null) throw new Error(`Unknown column code "${code}" in a program's table`);
      return [numberless(header), read] as const;
    }),
  );
}

/** "#" in a table is kept through folding as a word of its own. */
function numberless(header: string): string {
  return headerKey(header.replace(/#/g, ' 0 ')).replace(/\b0\b/g, '#');
}

function lookUp(codes: ReadonlyMap<string, ColumnCode>, key: string): ColumnCode | null {
  const exact = codes.get(key);
  if (exact !== undefined) return exact;
  const number = /(?<!\S)\d{1,2}(?!\S)/.exec(key);
  if (number === null) return null;
  const code = codes.get(key.replace(number[0], '#'));
  return code === undefined ? null : { ...code, group: Number(number[0]) - 1 };
}
