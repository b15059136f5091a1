import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface HashedSecret {
  readonly salt: string;
  /** Names its cost, so that it can be raised: "scrypt:15:8:3:HASH". */
  readonly hash: string;
}

/** What OWASP asks of scrypt at least: 32 MiB, thrice. */
const cost = { log2N: 15, r: 8, p: 3 };
const length = 32;

export async function hashSecret(secret: string): Promise<HashedSecret> {
  const salt = randomBytes(16).toString('base64url');
  const hash = await derive(secret, salt, cost);
  return { salt, hash: `scrypt:${cost.log2N}:${cost.r}:${cost.p}:${hash.toString('base64url')}` };
}

/** Takes as long for nothing kept (null) as for what is: who isn't here can't be told from who is. */
export async function isSameSecret(given: string, kept: HashedSecret | null): Promise<boolean> {
  const [, log2N, r, p, hash = ''] = (kept?.hash ?? '').split(':');
  const known = kept === null ? cost : { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const derived = await derive(given, kept?.salt ?? 'nobody', known);
  const expected = kept === null ? randomBytes(length) : Buffer.from(hash, 'base64url');
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

function derive(secret: string, salt: string, { log2N, r, p }: typeof cost): Promise<Buffer> {
  const N = 2 ** log2N;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard may come as other code points.
    scrypt(secret.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
