import type { Keychain } from '#core/host/serve-port.ts';
import type { KeychainAnswer, KeychainQuestion } from './os-keychain.ts';

export type CoreKeychain = Keychain & {
  /** Takes the main process's answer. */
  readonly answered: (id: number, answer: KeychainAnswer) => void;
};

/** The keychain as the core's process has it: it asks the main process. */
export function createCoreKeychain(ask: (id: number, question: KeychainQuestion) => void): CoreKeychain {
  const waiting = new Map<number, (answer: KeychainAnswer) => void>();
  let last = 0;
  const asked = (question: KeychainQuestion): Promise<KeychainAnswer> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      ask(last, question);
    });
  const bytesOf = async (ask: 'protect' | 'unprotect', bytes: Uint8Array): Promise<Uint8Array> => {
    const answer = await asked({ ask, bytes: Buffer.from(bytes).toString('base64') });
    if (answer.type !== 'bytes') {
      throw new Error('the keychain refused');
    }
    return Buffer.from(answer.bytes, 'base64');
  };
  return {
    isAvailable: async () => {
      const answer = await asked({ ask: 'isAvailable' });
      return answer.type === 'available' && answer.is;
    },
    protect: (bytes) => bytesOf('protect', bytes),
    unprotect: (bytes) => bytesOf('unprotect', bytes),
    answered: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}
