/** Says how what is attached from now on is encrypted. */
export const cipherPragma = "cipher = 'aegis'";

/**
 * What a connection to an encrypted database is told before anything else. The key is used as it is, so that opening derives nothing:
 * its 32 bytes are random, and no passphrase that could be guessed. AEGIS-256 also notices a page that was changed, and is as quick as the
 * processor's own AES.
 * @param key 64 hexadecimal digits; null for a plain database
 */
export function keyPragmas(key: string | null): readonly string[] {
  if (key === null) return [];
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('a key has 64 hexadecimal digits');
  return [cipherPragma, `key = "raw:${key}"`];
}

/** What an ATTACH needs for a database with this key: what follows its name. */
export function attachedKey(key: string | null): string {
  return key === null ? "KEY ''" : `KEY 'raw:${key}'`;
}
