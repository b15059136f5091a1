import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, createCode } from '#wire/code.ts';
import { openWithSecret, sealWithSecret } from '#wire/secret-seal.ts';
import type { Secret } from '#wire/secret-seal.ts';

const passphrase: Secret = { kind: 'passphrase', text: 'el café de Ñuñoa, 1987', purpose: 'branchFile' };
const key: Secret = { kind: 'key', text: codeKey(createCode()), purpose: 'enrolRequest' };
const body = { name: 'Πάτρα', keys: ['a', 'b'] };

describe('what is sealed with a secret', () => {
  it.each([passphrase, key])('opens with it: $kind', (secret) => {
    const sealed = sealWithSecret(secret, body);
    expect(openWithSecret(secret, sealed)).toEqual({ type: 'opened', body });
    expect(sealed.includes('name')).toBe(false);
  });

  it('opens however the letters of a passphrase are made up', () => {
    const sealed = sealWithSecret(passphrase, body);
    expect(openWithSecret({ ...passphrase, text: passphrase.text.normalize('NFD') }, sealed).type).toBe('opened');
  });

  it.each([passphrase, key])('says so when the secret is another one: $kind', (secret) => {
    const opened = openWithSecret({ ...secret, text: `${secret.text}.` }, sealWithSecret(secret, body));
    expect(opened).toEqual({ type: 'fault', code: 'wrongSecret' });
  });

  it('opens for no other purpose', () => {
    const opened = openWithSecret({ ...key, purpose: 'enrolAnswer' }, sealWithSecret(key, body));
    expect(opened).toEqual({ type: 'fault', code: 'wrongSecret' });
    expect(openWithSecret({ ...key, kind: 'passphrase' }, sealWithSecret(key, body))).toEqual({
      type: 'fault',
      code: 'malformed',
    });
  });

  it('is told to be damaged when a byte was changed or it ends too early', () => {
    const sealed = sealWithSecret(key, body);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(openWithSecret(key, changed)).toEqual({ type: 'fault', code: at < 4 ? 'malformed' : 'tampered' });
      expect(openWithSecret(key, sealed.subarray(0, at)).type).toBe('fault');
    }
  });

  it('is refused when it becomes too large', () => {
    const sealed = sealWithSecret(key, Buffer.alloc(5_000_000));
    expect(openWithSecret(key, sealed, 1_000_000)).toEqual({ type: 'fault', code: 'tooLarge' });
  });

  it('is told from any other bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        for (const sealed of [bytes, Buffer.concat([Buffer.of(0x43, 0x4b, 1, 1), bytes])])
          expect(openWithSecret(key, sealed).type).toBe('fault');
      }),
    );
  });
});
