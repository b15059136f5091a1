import { usualPort } from '#shared/sync/office-protocol.ts';
import { parseArgs } from 'node:util';
import type { Level } from '#office/log/log.ts';
import type { OfficeOptions } from '#office/start-office.ts';

export type OptionsRead =
  | { readonly type: 'options'; readonly options: OfficeOptions; readonly level: Level }
  | { readonly type: 'help' }
  /** `flag` as it was typed. */
  | { readonly type: 'bad'; readonly flag: string };

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error'];

/** Reads what `npm run office` was started with. */
export function readOptions(words: readonly string[]): OptionsRead {
  const parsed = parse(words);
  if (parsed.type === 'bad') return parsed;
  const { values } = parsed;
  const { data, database, address, name } = values;
  if (values.help) return { type: 'help' };
  const port = wholeNumber(values.port ?? String(usualPort), { least: 0, most: 65_535 });
  const rate = wholeNumber(values.rate ?? '20', { least: 1, most: 1_000_000 });
  const level = levels.find((each) => each === (values.log ?? 'info'));
  const bad = (flag: string): OptionsRead => ({ type: 'bad', flag });
  if (data === undefined || data === '') return bad('--data');
  if (port === null) return bad(`--port ${values.port}`);
  if (rate === null) return bad(`--rate ${values.rate}`);
  if (level === undefined) return bad(`--log ${values.log}`);
  // Its password stays out of what is shown.
  if (database !== undefined && !isAddress(database, ['postgres:', 'postgresql:'])) return bad('--database');
  if (address !== undefined && !isAddress(address, ['http:', 'https:'])) return bad(`--address ${address}`);
  const [cert, key] = [values['tls-cert'], values['tls-key']];
  if ((cert === undefined) !== (key === undefined)) return bad(cert === undefined ? '--tls-key' : '--tls-cert');
  const options: OfficeOptions = {
    dataDirectory: data,
    port,
    isBehindProxy: values['behind-proxy'] ?? false,
    limits: { perAddress: { burst: rate * 10, perSecond: rate } },
    ...(values.host !== undefined && { host: values.host }),
    ...(database !== undefined && { database }),
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
    ...(address !== undefined && { publicAddress: address.replace(/\/+$/, '') }),
    ...(name !== undefined && { name }),
  };
  return { type: 'options', options, level };
}

const text = { type: 'string' } as const;
const flags = {
  data: text,
  port: text,
  host: text,
  database: text,
  'tls-cert': text,
  'tls-key': text,
  address: text,
  'behind-proxy': { type: 'boolean' },
  name: text,
  rate: text,
  log: text,
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(words: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...words], options: flags, strict: true, allowPositionals: false });
    return { type: 'parsed', values } as const;
  } catch {
    return { type: 'bad', flag: words.find((word) => !isKnown(word)) ?? words.join(' ') } as const;
  }
}

function isKnown(word: string): boolean {
  return !word.startsWith('-') || Object.hasOwn(flags, word.replace(/^--/, '').split('=')[0] ?? '');
}

function wholeNumber(typed: string, { least, most }: { readonly least: number; readonly most: number }): number | null {
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

function isAddress(typed: string, protocols: readonly string[]): boolean {
  return protocols.includes(URL.parse(typed)?.protocol ?? '');
}
