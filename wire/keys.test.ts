import { describe, expect, it } from 'vitest';
import { createIdentityKeys, fingerprintOf, identityKeysSchema, publicKeysOf, publicKeysSchema } from '#wire/keys.ts';

describe('the keys of a device', () => {
  it('are 32 bytes each, and other ones every time', () => {
    const keys = createIdentityKeys();
    expect(identityKeysSchema.parse(keys)).toEqual(keys);
    expect(publicKeysSchema.parse(publicKeysOf(keys))).toEqual(publicKeysOf(keys));
    expect(createIdentityKeys()).not.toEqual(keys);
  });

  it('have a fingerprint of sixteen letters that changes with either', () => {
    const [one, other] = [publicKeysOf(createIdentityKeys()), publicKeysOf(createIdentityKeys())];
    expect(fingerprintOf(one)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(fingerprintOf({ ...one })).toBe(fingerprintOf(one));
    expect(fingerprintOf({ ...one, agreement: other.agreement })).not.toBe(fingerprintOf(one));
    expect(fingerprintOf({ ...one, signing: other.signing })).not.toBe(fingerprintOf(one));
  });

  it('are refused where everybody would agree on the same secret with them', () => {
    const keys = publicKeysOf(createIdentityKeys());
    const pointOfLowOrder = Buffer.alloc(32).toString('base64url');
    expect(publicKeysSchema.safeParse({ ...keys, agreement: pointOfLowOrder }).success).toBe(false);
    expect(publicKeysSchema.safeParse({ ...keys, signing: 'short' }).success).toBe(false);
  });
});
