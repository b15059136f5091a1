import { limits } from '../limits.ts';
import { XLSX } from '../xls/sheetjs.ts';
import { buildXlsx, xlsxParts } from './build-xlsx.ts';
import { buildZip } from './build-zip.ts';
import type { ZipPart } from './build-zip.ts';
import type { SourceErrorCode } from '#shared/import/table.ts';

export interface BrokenFile {
  readonly name: string;
  readonly content: Buffer;
  /** Codes that are an honest answer; most have one. */
  readonly codes: readonly SourceErrorCode[];
}

/** Over a hundred files that can't be read, each for a reason of its own. */
export function* brokenFiles(): Generator<BrokenFile> {
  yield* emptyFiles();
  yield* foreignFiles();
  yield* truncatedFiles();
  yield* brokenXlsx();
  yield* bombs();
  yield* brokenOds();
  yield* brokenText();
  yield* brokenCards();
}

function broken(name: string, content: string | Buffer, ...codes: SourceErrorCode[]): BrokenFile {
  return { name, content: Buffer.from(content as Buffer), codes };
}

const tableExtensions = ['xlsx', 'xlsm', 'xls', 'ods', 'csv', 'txt', 'tsv', 'vcf'];

function* emptyFiles(): Generator<BrokenFile> {
  for (const extension of tableExtensions) yield broken(`empty.${extension}`, '', 'empty');
  for (const extension of ['csv', 'txt', 'tsv']) {
    yield broken(`blank.${extension}`, ' \r\n\r\n  \t\r\n', 'noRows');
    yield broken(`mark.${extension}`, '\ufeff', 'noRows');
  }
  yield broken('delimiters.csv', ';;;\n;;;\n;;;\n', 'noRows');
  yield broken('separator.csv', 'sep=;\n', 'noRows');
}

function* foreignFiles(): Generator<BrokenFile> {
  const binary = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256));
  const starts = {
    pdf: '%PDF-1.7\n%âãÏÓ\n',
    jpeg: '\xff\xd8\xff\xe0',
    png: '\x89PNG\r\n\x1a\n',
    gif: 'GIF89a',
    gzip: '\x1f\x8b\x08',
    rar: 'Rar!\x1a\x07',
    seven: '7z\xbc\xaf\x27\x1c',
    exe: 'MZ\x90\0',
  };
  for (const [kind, start] of Object.entries(starts)) {
    const content = Buffer.concat([Buffer.from(start, 'latin1'), binary]);
    for (const extension of ['csv', 'xlsx', 'vcf']) yield broken(`${kind}.${extension}`, content, 'wrongExtension');
    yield broken(`${kind}.${kind}`, content, 'unknownFormat');
  }
  const docx = buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
  ]);
  for (const extension of ['xlsx', 'xls', 'csv', 'ods']) yield broken(`docx.${extension}`, docx, 'wrongExtension');
  yield broken('plain.xlsx', buildZip([{ name: 'photo.jpg', content: 'x' }]), 'wrongExtension');
  yield broken('binary.xlsb.xlsx', buildZip([{ name: 'xl/workbook.bin', content: 'x' }]), 'wrongExtension');
  yield broken('odt.ods', buildZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]), 'wrongExtension');
  yield broken('doc.xls', compoundFile('/WordDocument', binary), 'wrongExtension');
  for (const extension of ['csv', 'txt', 'dat']) yield broken(`noise.${extension}`, binary, 'unknownFormat');
  for (const extension of ['xlsx', 'xls', 'ods']) yield broken(`noise.${extension}`, binary, 'damaged');
  yield broken('feed.csv', '<?xml version="1.0"?><rss><channel/></rss>', 'wrongExtension');
  yield broken('prose.vcf', 'Dear all,\nplease find attached\n', 'wrongExtension');
  yield broken('zeros.csv', Buffer.alloc(5000), 'unknownFormat');
}

function* truncatedFiles(): Generator<BrokenFile> {
  const rows = Array.from(
    { length: 300 },
    (_, i) => `<row r="${i + 1}"><c t="s"><v>${i}</v></c><c><v>${(i * 7919) % 1009}</v></c></row>`,
  ).join('');
  const strings = Array.from({ length: 300 }, (_, i) => `<si><t>name ${(i * 7919) % 1009}</t></si>`).join('');
  const workbook = buildXlsx({ sheets: [{ name: 'A', rows }], strings });
  for (let tenth = 1; tenth < 10; tenth += 1) {
    yield broken(`cut${tenth}.xlsx`, workbook.subarray(0, (workbook.length * tenth) / 10), 'truncated');
  }
  yield broken('cut-by-one.xlsx', workbook.subarray(0, -1), 'truncated', 'damaged');
  yield broken('cut-to-magic.xlsx', workbook.subarray(0, 4), 'truncated');
  const old = oldWorkbook();
  for (let tenth = 1; tenth < 10; tenth += 1) {
    yield broken(`cut${tenth}.xls`, old.subarray(0, (old.length * tenth) / 10), 'truncated', 'damaged');
  }
  yield broken('cut-to-header.xls', old.subarray(0, 512), 'truncated', 'damaged');
  yield broken('cut-to-magic.xls', old.subarray(0, 8), 'truncated');
  const ods = buildOds(
    odsTable('<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>'.repeat(300)),
  );
  for (const part of [0.2, 0.5, 0.9]) yield broken(`cut${part}.ods`, ods.subarray(0, ods.length * part), 'truncated');
}

const inRow = (cells: string) => `<row r="1">${cells}</row>`;
const goodRow = inRow('<c><v>1</v></c>');
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

function withPart(name: string, content: string, more: Partial<ZipPart> = {}): Buffer {
  return buildXlsx({ sheets: [{ name: 'A', rows: goodRow }], strings: '', styles: '', parts: [{ name, content, ...more }] });
}

function* brokenXlsx(): Generator<BrokenFile> {
  const first = 'xl/worksheets/sheet1.xml';
  const good = xlsxParts({ sheets: [{ name: 'A', rows: goodRow }] });
  const without = (name: string) => buildZip(good.filter((part) => part.name !== name));
  yield broken('no-workbook.xlsx', without('xl/workbook.xml'), 'damaged');
  yield broken('no-relations.xlsx', without('xl/_rels/workbook.xml.rels'), 'damaged');
  yield broken('no-sheet.xlsx', without(first), 'damaged');
  yield broken('no-rows.xlsx', buildXlsx({ sheets: [{ name: 'A', rows: '' }] }), 'noRows');
  yield broken(
    'blank-rows.xlsx',
    buildXlsx({ sheets: [{ name: 'A', rows: inRow('<c s="1"/><c t="str"><v> </v></c>') }] }),
    'noRows',
  );
  yield broken('cut-xml.xlsx', withPart(first, `<worksheet><sheetData>${goodRow}<row r="2"><c><v>1`), 'truncated');
  yield broken('cut-tag.xlsx', withPart(first, `<worksheet><sheetData>${goodRow}<row r="2`), 'truncated');
  yield broken('cut-comment.xlsx', withPart(first, `<worksheet><sheetData>${goodRow}<!-- `), 'truncated');
  yield broken('empty-xml.xlsx', withPart(first, ''), 'truncated');
  yield broken('no-xml.xlsx', withPart(first, 'hello'), 'damaged');
  yield broken('unopened.xlsx', withPart(first, '</worksheet>'), 'damaged');
  yield broken('two-roots.xlsx', withPart(first, `${sheet(goodRow)}<again/>`), 'damaged');
  yield broken('cut-strings.xlsx', withPart('xl/sharedStrings.xml', '<sst><si><t>a'), 'truncated');
  yield broken('cut-styles.xlsx', withPart('xl/styles.xml', '<styleSheet><cellXfs>'), 'truncated');
  yield broken('cut-workbook.xlsx', withPart('xl/workbook.xml', '<workbook><sheets>'), 'truncated');
  yield broken('sheetless.xlsx', withPart('xl/workbook.xml', '<workbook><sheets/></workbook>'), 'damaged');
  yield broken('columns.xlsx', withPart(first, sheet(inRow('<c r="XFE1"><v>1</v></c>'))), 'tooManyColumns');
  yield broken('cells.xlsx', withPart(first, sheet(inRow('<c><v>1</v></c>'.repeat(16_385)))), 'tooManyColumns');
  yield broken('password.zip.xlsx', withPart(first, sheet(goodRow), { isEncrypted: true }), 'encrypted');
  yield broken('password.xlsx', compoundFile('/EncryptedPackage', Buffer.alloc(5000, 7)), 'encrypted');
  yield broken('password.xls', compoundFile('/Workbook', lockedBiff()), 'encrypted');
  const flipped = Buffer.from(buildXlsx({ sheets: [{ name: 'A', rows: goodRow.repeat(50) }] }));
  const at = flipped.indexOf('sheet1.xml') + 20;
  flipped.writeUInt32BE(flipped.readUInt32BE(at) ^ 0xff_ff_ff_ff, at);
  yield broken('flipped.xlsx', flipped, 'damaged', 'truncated', 'tooLarge');
  yield broken('lying-size.xlsx', withPart(first, sheet(goodRow), { claimedSize: 10 }), 'damaged');
}

const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from('bcdefghi', (name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]>`;

function* bombs(): Generator<BrokenFile> {
  const first = 'xl/worksheets/sheet1.xml';
  yield broken('laughs.xlsx', withPart(first, `${laughs}${sheet(inRow('<c t="str"><v>&i;</v></c>'))}`), 'damaged');
  yield broken('laughs-strings.xlsx', withPart('xl/sharedStrings.xml', `${laughs}<sst><si><t>&i;</t></si></sst>`), 'damaged');
  yield broken('external.xlsx', withPart(first, `<!DOCTYPE x SYSTEM "file:///etc/passwd">${sheet(goodRow)}`), 'damaged');
  yield broken('deep.xlsx', withPart(first, '<a>'.repeat(100_000)), 'damaged');
  yield broken('deep-closed.xlsx', withPart(first, '<a>'.repeat(1000) + '</a>'.repeat(1000)), 'damaged');
  const blanks = ' '.repeat(limits.inflateRatioFromBytes + 8_000_000);
  yield broken('bomb-sheet.xlsx', withPart(first, sheet(`${goodRow}${'<row/>'.repeat(7_000_000)}`)), 'tooLarge');
  yield broken('bomb-workbook.xlsx', withPart('xl/workbook.xml', blanks), 'tooLarge');
  yield broken('bomb-styles.xlsx', withPart('xl/styles.xml', blanks), 'tooLarge');
  yield broken('bomb-hidden.xlsx', withPart(first, blanks, { claimedSize: 100 }), 'damaged', 'tooLarge', 'lineTooLong');
  yield broken('bomb-text.xlsx', withPart(first, sheet(inRow(`<c t="str"><v>${blanks}</v></c>`))), 'tooLarge', 'lineTooLong');
  yield broken('bomb-comments.xlsx', withPart(first, `<worksheet>${'<!-- x -->'.repeat(4_000_000)}`), 'tooLarge');
  yield broken('bomb-tag.xlsx', withPart(first, `<worksheet ${blanks}`), 'tooLarge', 'lineTooLong');
  yield broken('bomb.ods', buildOds(odsTable('<table:table-row/>'.repeat(2_500_000))), 'tooLarge');
  yield broken('many-parts.xlsx', manyParts(), 'tooLarge');
}

function manyParts(): Buffer {
  const end = Buffer.from(buildZip([{ name: 'a', content: '' }]));
  end.writeUInt16LE(65_000, end.length - 12);
  return end;
}

function odsTable(rows: string): string {
  return `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

function buildOds(content: string, more: readonly ZipPart[] = []): Buffer {
  return buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
    ...more,
  ]);
}

function* brokenOds(): Generator<BrokenFile> {
  const cell = (repeat: number) =>
    `<table:table-cell table:number-columns-repeated="${repeat}"><text:p>a</text:p></table:table-cell>`;
  yield broken('columns.ods', buildOds(odsTable(`<table:table-row>${cell(16_385)}</table:table-row>`)), 'tooManyColumns');
  yield broken(
    'columns-bomb.ods',
    buildOds(odsTable(`<table:table-row>${cell(2_000_000_000)}</table:table-row>`)),
    'tooManyColumns',
  );
  yield broken('empty-cells.ods', buildOds(odsTable('<table:table-row table:number-rows-repeated="1048576"/>')), 'noRows');
  yield broken('cut-xml.ods', buildOds('<office:document-content><office:body>'), 'truncated');
  yield broken(
    'no-content.ods',
    buildZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    'damaged',
  );
  yield broken('deep.ods', buildOds('<table:table>'.repeat(5000)), 'damaged');
  yield broken('laughs.ods', buildOds(`${laughs}${odsTable('')}`), 'damaged');
  const manifest = '<manifest><encryption-data/></manifest>';
  yield broken('password.ods', buildOds('noise', [{ name: 'META-INF/manifest.xml', content: manifest }]), 'encrypted');
}

function* brokenText(): Generator<BrokenFile> {
  const long = Buffer.alloc(limits.lineCharacters + 2_000_000, 'x');
  yield broken('one-line.csv', long, 'lineTooLong');
  yield broken('one-line-after.csv', Buffer.concat([Buffer.from('a;b\n1;2\n'), long]), 'lineTooLong');
  yield broken('one-line-quoted.csv', Buffer.concat([Buffer.from('a;b\n1;"'), long]), 'lineTooLong');
  yield broken('one-line.txt', Buffer.from('x'.repeat(limits.lineCharacters + 1_000_000), 'utf16le'), 'lineTooLong');
  yield broken('columns.csv', `a;b\n1;2\n${';x'.repeat(20_000)}\n`, 'tooManyColumns');
  yield broken('zeros-at-end.csv', Buffer.concat([Buffer.from('a;b\n1;2\n'.repeat(50_000)), Buffer.alloc(8192)]), 'damaged');
  yield broken('cut.html.xls', '<html><body><table><tr><td>a', 'truncated');
  yield broken('no-table.xls', '<html><body><p>Please log in</p></body></html>', 'noRows', 'damaged');
  yield broken('cut-2003.xls', '<?xml version="1.0"?><Workbook><Worksheet ss:Name="A"><Table><Row>', 'truncated');
}

function* brokenCards(): Generator<BrokenFile> {
  yield broken('endless.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:1\r\n', 'truncated');
  yield broken('cut.vcf', `BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Lu`, 'truncated');
  yield broken('only-begin.vcf', 'BEGIN:VCARD', 'truncated');
  yield broken('hollow.vcf', 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n', 'noRows');
  yield broken('endless-line.vcf', `BEGIN:VCARD\nNOTE:${'x'.repeat(limits.lineCharacters + 1_000_000)}`, 'lineTooLong');
  yield broken('endless-folds.vcf', `BEGIN:VCARD\nNOTE:x\n${` ${'x'.repeat(1000)}\n`.repeat(18_000)}`, 'lineTooLong');
  yield broken('endless-photo.vcf', `BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:${'A'.repeat(20_000_000)}`, 'truncated');
  yield broken('endless-card.vcf', `BEGIN:VCARD\n${'TEL:1\n'.repeat(100_000)}`, 'damaged');
  yield broken('endless-agents.vcf', `BEGIN:VCARD\n${'AGENT:\nBEGIN:VCARD\n'.repeat(10_000)}`, 'truncated');
  const labels = Array.from({ length: 17_000 }, (_, i) => `BEGIN:VCARD\na.TEL:1\na.X-ABLabel:label ${i}\nEND:VCARD\n`).join('');
  yield broken('columns.vcf', labels, 'tooManyColumns');
}

function oldWorkbook(): Buffer {
  const book = XLSX.utils.book_new();
  const rows = Array.from({ length: 300 }, (_, i) => [`name ${i}`, i]);
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'A');
  return XLSX.write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer;
}

function compoundFile(name: string, content: Buffer): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, name, content);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

/** Beginning of a BIFF8 workbook, then the record that says a password is needed. */
function lockedBiff(): Buffer {
  const record = (type: number, content: readonly number[]) =>
    Buffer.from([type & 255, type >> 8, content.length, 0, ...content]);
  const beginning = record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([beginning, record(0x2f, [0, 0, 1, 2, 3, 4]), record(0x0a, []), Buffer.alloc(5000)]);
}
