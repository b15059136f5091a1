const kib = 1024;
const mib = 1024 * kib;

// What a reader takes before it refuses a file. Each number is far above what a shop's list needs and low enough
// that a hostile or broken file costs seconds and some hundred megabytes, not the PC.
export const limits = {
  rowsPerBatch: 500,
  readChunkBytes: 256 * kib,

  /** A line or a cell. Excel keeps 32,767 characters in a cell; a line of more than this has lost its line ends. */
  lineCharacters: 16 * mib,
  /** Excel's own number of columns. */
  columns: 16_384,
  /** Excel's and LibreOffice's own number of rows. Text tables and vCards may be longer. */
  sheetRows: 1_048_576,

  /** A million rows of 12 columns are 600 MB of sheet XML. */
  sheetXmlBytes: 1024 * mib,
  /** Cells that a sheet says are as the one before: a few bytes that would unfold to a table of billions. */
  repeatedCells: 5_000_000,
  /** Kept in memory while the sheet is read. 100,000 rows with 12 different texts each are about 60 MB. */
  sharedStringsBytes: 128 * mib,
  /** Workbook, styles, relationships: rarely over 1 MB. */
  smallPartBytes: 16 * mib,
  /** Sheets shrink 10 to 40 times in a zip; only bombs shrink more than this. */
  inflateRatio: 300,
  /** Below this many bytes the ratio says nothing. */
  inflateRatioFromBytes: 32 * mib,
  zipEntries: 10_000,
  /** The deepest element of a workbook or an OpenDocument sheet lies about 12 deep. */
  xmlDepth: 200,

  /** SheetJS holds the file and all its cells at once: about 12 bytes of memory for one of the file. */
  wholeFileBytes: 64 * mib,
  /** HTML tables cost SheetJS more: regular expressions over the whole text. */
  markupBytes: 16 * mib,

  /** Enough text to tell an encoding and a delimiter. */
  sampleBytes: 256 * kib,
  /** How far to look for the first letter beyond ASCII: a list can begin with thousands of plain rows. */
  letterSearchBytes: 64 * mib,
  /** A quoted field longer than this was opened by a stray quote mark. */
  quotedFieldCharacters: mib,

  /** A card with photos of any size is fine (they are skipped), one with more properties than this is not a card. */
  cardProperties: 5_000,
} as const;
