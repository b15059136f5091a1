import type { Keychain } from '#core/encryption/keychain.ts';
import type { Keys } from '#core/encryption/keys-file.ts';
import { readRecoveryCode } from '#core/encryption/recovery-code.ts';
import { isKeyOf, unwrapKey } from '#core/encryption/wrap-key.ts';

/** What somebody opens encrypted data with. */
export type Given = { readonly passphrase: string } | { readonly recoveryCode: string };

export type KeyFound =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'wrongPassphrase' | 'wrongRecoveryCode' | 'mistypedRecoveryCode' | 'keysDamaged' | 'keychainRefused' };

/** The data's key by what somebody knows; a wrong secret is never taken for damaged data. */
export async function findKey(keys: Keys, given: Given): Promise<KeyFound> {
  if ('recoveryCode' in given) {
    const code = readRecoveryCode(given.recoveryCode);
    if (code === null) return { type: 'mistypedRecoveryCode' };
    return checked(keys, await unwrapKey(keys.recoveryCode, code), 'wrongRecoveryCode');
  }
  if (keys.passphrase === null) return { type: 'wrongPassphrase' };
  return checked(keys, await unwrapKey(keys.passphrase, given.passphrase), 'wrongPassphrase');
}

/** The data's key by the keychain of this computer. */
export async function findKeyInKeychain(keys: Keys, keychain: Keychain | null): Promise<KeyFound> {
  const refused = { type: 'keychainRefused' } as const;
  try {
    if (keys.keychain === null || !(await keychain?.isAvailable())) return refused;
    const bytes = await keychain?.unprotect(Buffer.from(keys.keychain, 'base64'));
    return checked(keys, bytes?.length === 32 ? Buffer.from(bytes).toString('hex') : null, 'keychainRefused');
  } catch {
    return refused;
  }
}

function checked(keys: Keys, key: string | null, wrong: 'wrongPassphrase' | 'wrongRecoveryCode' | 'keychainRefused'): KeyFound {
  if (key === null) return { type: wrong };
  return isKeyOf(key, keys.check) ? { type: 'key', key } : { type: 'keysDamaged' };
}
