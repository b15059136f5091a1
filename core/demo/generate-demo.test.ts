import { describe, expect, it } from 'vitest';
import { companyInputSchema } from '#shared/company/fields.ts';
import { contactInputSchema } from '#shared/contact/fields.ts';
import { namesFit } from '#shared/name/names-fit.ts';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { splitFullName } from '#shared/name/split-full-name.ts';
import { generateDemo } from '#core/demo/generate-demo.ts';
import type { DemoOptions } from '#core/demo/generate-demo.ts';

const make = (options: Partial<DemoOptions> = {}) => [...generateDemo({ seed: 7, contacts: 3000, ...options })];

describe('generateDemo', () => {
  it('makes as many people as asked for, and a company for eight of them', () => {
    const records = make({ contacts: 800 });
    expect(records.filter(({ type }) => type === 'contact')).toHaveLength(800);
    expect(records.filter(({ type }) => type === 'company')).toHaveLength(100);
    expect(make({ contacts: 100, companiesPerContact: 0 })).toHaveLength(100);
    expect(make({ contacts: 0 })).toEqual([]);
  });

  it('gives the same for the same seed, and something else for another', () => {
    expect(make({ contacts: 200 })).toEqual(make({ contacts: 200 }));
    expect(make({ contacts: 200, seed: 8 })).not.toEqual(make({ contacts: 200 }));
  });

  it('makes only what a card accepts', () => {
    for (const record of make()) {
      const schema = record.type === 'contact' ? contactInputSchema : companyInputSchema;
      expect(schema.safeParse(record.input).error).toBeUndefined();
    }
  });

  it.each(['ES', 'BR', 'GR', 'RU', 'GB', 'FR'])('writes phones that read back as what they are in %s', (country) => {
    for (const { phones } of make({ country })) {
      for (const { raw, e164 } of phones) expect([raw, normalisePhone(raw, country).e164]).toEqual([raw, e164]);
    }
  });

  it('hands out no phone and no email twice', () => {
    const records = make({ contacts: 60_000 });
    const phones = records.flatMap((record) => record.phones.map(({ e164 }) => e164));
    expect(new Set(phones).size).toBe(phones.length);
    const emails = records.flatMap((record) => record.input.emails ?? []).map(({ address }) => address);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((address) => address.endsWith('.example'))).toBe(true);
  });

  it('speaks three scripts', () => {
    const names = make()
      .map((record) => (record.type === 'contact' ? record.input.familyName : record.input.name))
      .join(' ');
    expect(names).toMatch(/\p{Script=Latin}/u);
    expect(names).toMatch(/\p{Script=Cyrillic}/u);
    expect(names).toMatch(/\p{Script=Greek}/u);
  });

  it('has many different names', () => {
    const contacts = make({ contacts: 60_000 }).flatMap((record) => (record.type === 'contact' ? [record.input] : []));
    const names = new Set(contacts.map(({ givenName, middleName, familyName }) => `${givenName} ${middleName} ${familyName}`));
    expect(names.size).toBeGreaterThan(35_000);
  });

  it('lets people work only for companies already made', () => {
    let companies = 0;
    let employed = 0;
    for (const record of make()) {
      if (record.type === 'company') companies++;
      else if (record.companyIndex !== undefined) {
        expect(record.companyIndex).toBeLessThan(companies);
        expect(record.role).not.toBe('');
        employed++;
      }
    }
    expect(employed).toBeGreaterThan(300);
  });

  it('makes names that come apart as they were put together', () => {
    const contacts = make().flatMap((record) => (record.type === 'contact' ? [record.input] : []));
    const right = contacts.filter(({ givenName = '', middleName = '', familyName = '' }) => {
      const parts = splitFullName([givenName, middleName, familyName].filter(Boolean).join(' '));
      return namesFit(parts.familyName, familyName) && parts.givenName.startsWith(givenName.split(' ')[0] ?? '');
    });
    expect(right.length / contacts.length).toBeGreaterThan(0.95);
  });
});
