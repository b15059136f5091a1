import { safeStorage } from 'electron';

/** What the core's process asks of the keychain, and what it is answered; bytes as base64. */
export type KeychainQuestion =
  | { readonly ask: 'isAvailable' }
  | { readonly ask: 'protect' | 'unprotect'; readonly bytes: string };
export type KeychainAnswer =
  | { readonly type: 'available'; readonly is: boolean }
  | { readonly type: 'bytes'; readonly bytes: string }
  | { readonly type: 'refused' };

/** Answers by the operating system's keychain, which only the main process gets at. */
export async function askKeychain(question: KeychainQuestion): Promise<KeychainAnswer> {
  try {
    if (question.ask === 'isAvailable') return { type: 'available', is: await isSafe() };
    if (!(await isSafe())) return { type: 'refused' };
    if (question.ask === 'protect')
      return { type: 'bytes', bytes: (await safeStorage.encryptStringAsync(question.bytes)).toString('base64') };
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(question.bytes, 'base64'));
    return { type: 'bytes', bytes: result };
  } catch {
    return { type: 'refused' };
  }
}

/** Without a keychain Linux would be given a key that everybody knows. */
async function isSafe(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
