import { z } from 'zod';

// What a reader makes of a file, whatever its format: rows of cells. A vCard file becomes a table too, whose
// headers are target keys (see target.ts), so that everything after reading is the same for all formats.

export const sourceFormats = ['xlsx', 'xls', 'ods', 'csv', 'vcf'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'koi8-r',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'x-mac-greek',
] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;

/** What the user can overrule when a file is read; whatever is absent is found out from the file. */
export const sourceOptionsSchema = z
  .object({
    encoding: encodingSchema,
    /** One character: comma, semicolon, tab, bar... */
    delimiter: z.string().length(1),
    sheet: z.string(),
  })
  .partial();
export type SourceOptions = z.infer<typeof sourceOptionsSchema>;

/** A cell as read: empty is null, a date is ISO text ("2021-01-31", or "2021-01-31T10:30"), a formula its cached result. */
export type Cell = string | number | boolean | null;

/** A row as read. `line` is what the user sees in the file: the sheet's row number, the text file's line, the vCard's ordinal. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What was found out about a file without reading all of it. */
export const sourceInfoSchema = z.object({
  format: z.enum(sourceFormats),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string().nullable(),
  encoding: encodingSchema.nullable(),
  /** Plausible encodings, best first, for the user to choose from. */
  encodingCandidates: z.array(encodingSchema),
  delimiter: z.string().nullable(),
});
export type SourceInfo = z.infer<typeof sourceInfoSchema>;

/** Why a file can't be read. Stable codes, translated in the interface and on the command line. */
export const sourceErrorCodes = [
  'notFound',
  'empty',
  'unknownFormat',
  'wrongExtension',
  'damaged',
  'truncated',
  'encrypted',
  'tooLarge',
  'lineTooLong',
  'tooManyColumns',
  'sheetNotFound',
  'noRows',
] as const;
export type SourceErrorCode = (typeof sourceErrorCodes)[number];
