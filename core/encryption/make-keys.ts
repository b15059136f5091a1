import type { Keychain } from '#core/encryption/keychain.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { checkOfKey, wrapKey } from '#core/encryption/wrap-key.ts';

export interface Secrets {
  /** Null where the keychain opens the data. */
  readonly passphrase: string | null;
  readonly recoveryCode: string;
  /** The keychain that opens it; null where a passphrase does. */
  readonly keychain: Keychain | null;
}

/** Keeps a key for those who know one of the secrets. */
export async function makeKeys(key: string, { passphrase, recoveryCode, keychain }: Secrets): Promise<Keys> {
  return {
    version: 1,
    check: checkOfKey(key),
    passphrase: passphrase === null ? null : await wrapKey(key, passphrase, 'passphrase'),
    recoveryCode: await wrapKey(key, recoveryCode, 'recoveryCode'),
    keychain: keychain ? await protectKey(key, keychain) : null,
  };
}

/** Has the keychain keep a key, as it is written down. */
export async function protectKey(key: string, keychain: Keychain): Promise<string> {
  return Buffer.from(await keychain.protect(Buffer.from(key, 'hex'))).toString('base64');
}
