import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCoreKeychain } from './core-keychain.ts';
import type { CoreKeychain } from './core-keychain.ts';
import { askKeychain } from './os-keychain.ts';

const system = vi.hoisted(() => ({ isThere: true, backend: 'gnome_libsecret', isLocked: false }));
vi.mock('electron', () => ({
  safeStorage: {
    isAsyncEncryptionAvailable: async () => system.isThere,
    getSelectedStorageBackend: () => system.backend,
    encryptStringAsync: async (text: string) => Buffer.from([...text].reverse().join('')),
    decryptStringAsync: async (bytes: Buffer) => {
      if (system.isLocked) throw new Error('locked');
      return { result: [...bytes.toString()].reverse().join(''), shouldReEncrypt: false };
    },
  },
}));

/** The core's side and the main process's, tied together. */
function connect(): CoreKeychain {
  const keychain: CoreKeychain = createCoreKeychain((id, question) => {
    void askKeychain(question).then((answer) => keychain.answered(id, answer));
  });
  return keychain;
}

describe('the keychain of the operating system', () => {
  beforeEach(() => Object.assign(system, { isThere: true, backend: 'gnome_libsecret', isLocked: false }));

  it('gives back what it protects, several at a time', async () => {
    const keychain = connect();
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 200)];
    const kept = await Promise.all(keys.map((key) => keychain.protect(key)));
    expect(kept[0]).not.toEqual(keys[0]);
    expect((await Promise.all(kept.map((bytes) => keychain.unprotect(bytes)))).map((bytes) => Buffer.from(bytes))).toEqual(keys);
  });

  it('is not used where there is none, or only the one whose key everybody knows', async () => {
    expect(await connect().isAvailable()).toBe(true);
    system.isThere = false;
    expect(await connect().isAvailable()).toBe(false);
    Object.assign(system, { isThere: true, backend: 'basic_text' });
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    expect(await connect().isAvailable()).toBe(false);
    await expect(connect().protect(Buffer.alloc(32))).rejects.toThrow('refused');
  });

  it('refuses as an error, not by never answering', async () => {
    const bytes = await connect().protect(Buffer.alloc(32));
    system.isLocked = true;
    await expect(connect().unprotect(bytes)).rejects.toThrow('refused');
  });
});
