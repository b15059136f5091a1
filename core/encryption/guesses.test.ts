import { expect, it } from 'vitest';
import { createGuesses } from '#core/encryption/guesses.ts';
import { makeKeys } from '#core/encryption/make-keys.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { createDataKey } from '#core/encryption/wrap-key.ts';

it('takes three wrong guesses at once, together or one after another, and then has the next wait', async () => {
  let now = 0;
  const passphrase = 'correct horse battery';
  const keys = await makeKeys(createDataKey(), { passphrase, recoveryCode: createRecoveryCode(), keychain: null });
  const guesses = createGuesses(() => now);
  const guess = async (given: string) => (await guesses.guess(keys, { passphrase: given })).type;
  const together = await Promise.all(Array.from({ length: 6 }, (_, at) => guess(`wrong ${at}`)));
  expect(together.filter((type) => type === 'wrongPassphrase')).toHaveLength(3);
  expect(await guess(passphrase)).toBe('wait');
  now = 1000;
  expect(await guess(passphrase)).toBe('key');
  expect(await guess('wrong')).toBe('wrongPassphrase');
  expect(await guess(passphrase)).toBe('key');
});
