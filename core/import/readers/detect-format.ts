import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { limits } from './limits.ts';
import { SourceError } from './source-error.ts';
import { decodeHead } from './text/decode-head.ts';
import { detectEncoding } from './text/detect-encoding.ts';
import { readHead } from './text/read-text.ts';
import { findZipFormat } from './zip/zip-format.ts';

/** What a file is by its content; "cfb", "biff" and "markup" are the three things that go by the name of .xls. */
export type ContentFormat = 'xlsx' | 'ods' | 'cfb' | 'biff' | 'markup' | 'flatOds' | 'vcf' | 'csv';

const tableExtensions = new Set(['.xlsx', '.xlsm', '.xls', '.ods', '.csv', '.tsv', '.txt', '.vcf']);
const workbookExtensions = new Set(['.xlsx', '.xlsm', '.xls', '.ods']);

/** First bytes of what people send by mistake, which no list of customers begins with. */
const foreignBeginnings = ['%PDF-', '{\\rtf', 'SQLite format 3'];
/** The same, but a list may begin with these letters: BMW, RIFF..., so its bytes have to be looked at too. */
const foreignMagic = [
  '\xff\xd8\xff',
  '\x89PNG',
  'GIF8',
  'II*\0',
  'MM\0*',
  'BM',
  'RIFF',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'BZh',
  'MZ',
  '\x7fELF',
  'ID3',
  '\0\0\0\x18ftyp',
  '\0\0\0\x20ftyp',
  'wOFF',
];

/**
 * Finds out by its content what a file is; its extension only words the refusal. Throws SourceError: notFound,
 * empty, wrongExtension (something else under a table's name), unknownFormat, damaged, truncated, encrypted.
 */
export async function detectFormat(path: string): Promise<ContentFormat> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new SourceError('notFound', { file: path }, { cause });
  });
  if (!info.isFile()) throw new SourceError('notFound', { file: path });
  if (info.size === 0) throw new SourceError('empty', { file: path });
  const head = await readHead(path, limits.sampleBytes);
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return (await findZipFormat(path)) ?? refuse(path);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'cfb';
  if (/^\x09[\0\x02\x04\x08][\x04-\x10]\0/.test(start)) return 'biff';
  if (foreignBeginnings.some((beginning) => start.startsWith(beginning))) return refuse(path);
  if (foreignMagic.some((magic) => start.startsWith(magic)) && !isPlainText(head)) return refuse(path);
  return findTextFormat(path, head);
}

function findTextFormat(path: string, head: Buffer): ContentFormat {
  const { encoding } = detectEncoding(head);
  const text = decodeHead(head, encoding);
  if (/^[^\S\n]*BEGIN\s*:\s*VCARD/im.test(text)) return 'vcf';
  if (!isPlainText(Buffer.from(text.slice(0, 65_536), 'utf8'))) return refuseBinary(path);
  const beginning = text.slice(0, 4096).trimStart();
  if (/^<\?xml|^<[a-z!]/i.test(beginning)) return findMarkupFormat(path, beginning);
  if (extname(path).toLowerCase() === '.vcf') return refuse(path);
  return 'csv';
}

function findMarkupFormat(path: string, beginning: string): ContentFormat {
  if (/<office:document\b/.test(beginning)) return 'flatOds';
  if (/<html|<table|<meta|<body|<tr\b|<!doctype html/i.test(beginning)) return 'markup';
  if (/<(?:\w+:)?Workbook\b|mso-application/.test(beginning)) return 'markup';
  return refuse(path);
}

/** Control characters that no text has; single zeros are padding. */
function isPlainText(bytes: Buffer): boolean {
  let strange = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) strange += 1;
  return strange <= bytes.length * 0.01;
}

function refuse(path: string): never {
  throw new SourceError(tableExtensions.has(extname(path).toLowerCase()) ? 'wrongExtension' : 'unknownFormat', { file: path });
}

/** Noise under a workbook's name was a workbook once; under a text's name it never was one. */
function refuseBinary(path: string): never {
  throw new SourceError(workbookExtensions.has(extname(path).toLowerCase()) ? 'damaged' : 'unknownFormat', { file: path });
}
