import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of the browser shell, in the data folder so that open windows go on after a restart. Whoever can read that
 * folder has the data anyway; nobody else on the network or on another account of this computer can.
 */
export function readBrowserKey(dataDirectory: string): string {
  const path = join(dataDirectory, 'browser-key');
  if (existsSync(path)) {
    const key = readFileSync(path, 'utf8').trim();
    if (/^[\w-]{40,}$/.test(key)) return key;
  }
  const key = randomBytes(32).toString('base64url');
  writeFileSync(path, key, { mode: 0o600 });
  return key;
}
