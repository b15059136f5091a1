import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeId, codeKey, createCode, readCode } from '#wire/code.ts';
import { readInvitation, writeInvitation } from '#wire/invitation.ts';

const code = 'K7QD-M2XP-9RTB-4HWA';

describe('a code', () => {
  it('is sixteen letters in four groups, another one every time', () => {
    const codes = Array.from({ length: 500 }, () => createCode());
    expect(new Set(codes).size).toBe(500);
    for (const one of codes) {
      expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readCode(one)).toBe(one);
    }
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  it.each(['k7qd m2xp 9rtb 4hwa', ' K7QDM2XP9RTB4HWA\n', 'k7qd–m2xp—9rtb.4hwa', 'Ｋ7QD-M2XP-9RTB-4HWA'])(
    'is read from "%s"',
    (typed) => {
      expect(readCode(typed)).toBe(code);
    },
  );

  it('is read where a letter stands for a digit', () => {
    expect(readCode('oO00-iI11-lL11-4HWA')).toBe('0000-1111-1111-4HWA');
  });

  it.each(['', 'K7QD-M2XP-9RTB', 'K7QD-M2XP-9RTB-4HWAA', 'K7QD-M2XP-9RTB-4HWU', 'K7QD-M2XP-9RTB-4HWЯ'])(
    'is not "%s"',
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );

  it('is found by an id, and seals with a key, of which neither shows it', () => {
    expect(codeId(code)).toMatch(/^[0-9a-f]{32}$/);
    expect(codeId(code)).toBe(codeId(code));
    expect(codeId(code)).not.toBe(codeId('K7QD-M2XP-9RTB-4HWB'));
    expect(codeKey(code)).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(codeKey(code), 'base64url').toString('hex')).not.toContain(codeId(code));
  });
});

describe('an invitation', () => {
  const invitation = { address: 'https://office.example:8443/cartera', code, fingerprint: '0QD7-M2XP-9RTB-4HWB' };

  it('is one text that is read back, whatever a mail puts around it', () => {
    const text = writeInvitation(invitation);
    expect(text).toMatch(/^cartera:join\?/);
    expect(readInvitation(text)).toEqual(invitation);
    expect(readInvitation(`Paste this: <${text}>\nSee you!`)).toEqual(invitation);
    expect(readInvitation(text.replace('cartera:join?', 'CARTERA://join/?'))).toEqual(invitation);
    expect(readInvitation(writeInvitation({ ...invitation, address: 'http://192.168.1.20:4780/' }))).toMatchObject({
      address: 'http://192.168.1.20:4780',
    });
  });

  it.each([
    { ...invitation, address: 'javascript:alert(1)' },
    { ...invitation, address: 'https://user:secret@office.example' },
    { ...invitation, address: 'office' },
    { ...invitation, code: 'K7QD' },
    { ...invitation, fingerprint: '' },
  ])('is none with %j', (broken) => {
    expect(readInvitation(writeInvitation(broken))).toBeNull();
  });

  it('is told from any other text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readInvitation(text)).toBeNull();
        expect(readInvitation(`cartera:join?${text}`)).toBeNull();
      }),
    );
  });
});
