import iconv from 'iconv-lite';
import { iconvName } from './judge-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

/** The text of a file's first bytes, without its byte order mark; a character cut in two at the end is left out. */
export function decodeHead(bytes: Buffer, encoding: Encoding): string {
  if (!encoding.startsWith('utf-')) return iconv.decode(bytes, iconvName(encoding));
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
