import { readGroups } from '#wire/base32.ts';
import { readCode } from '#wire/code.ts';

/** What a computer needs to join a company, in one text to be copied or shown as a QR code. */
export interface Invitation {
  /** Where head office is reached: "https://office.example:8443". */
  readonly address: string;
  readonly code: string;
  /** Of head office's keys: whoever answers with others is somebody else. */
  readonly fingerprint: string;
}

const scheme = 'cartera:join?';
const longest = 2000;

export function writeInvitation({ address, code, fingerprint }: Invitation): string {
  return scheme + new URLSearchParams({ a: address, c: code, k: fingerprint }).toString();
}

/** @returns null when it isn't an invitation. What mail programs put around it is left out. */
export function readInvitation(text: string): Invitation | null {
  const match = /cartera:(?:\/\/)?join\/?\?([^\s<>"]+)/i.exec(text.slice(0, longest));
  if (!match) return null;
  const parts = new URLSearchParams(match[1]);
  const address = readAddress(parts.get('a') ?? '');
  const code = readCode(parts.get('c') ?? '');
  const fingerprint = readGroups(parts.get('k') ?? '', 16);
  return address === null || code === null || fingerprint === null ? null : { address, code, fingerprint };
}

function readAddress(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
