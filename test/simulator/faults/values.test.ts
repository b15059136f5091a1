import { describe, expect, it } from 'vitest';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Copy } from '#test/simulator/copy.ts';

useTemplates();

const rowOf = (copy: Copy, id: string) =>
  copy.connection.read<[string], Record<string, unknown>>('SELECT * FROM party WHERE id = ?').get(id);
const finds = async (copy: Copy, text: string) => JSON.stringify(await copy.client.search.find({ text }));

describe('values', () => {
  it('26 letters arrive byte by byte, however they are written, and are found folded', async () => {
    const company = await openCompany();
    const { a, b, office } = company;
    await office.client.customField.create({ label: 'Μέγεθος Ω', type: 'text' });
    await office.client.customField.create({ label: 'Размер', type: 'text' });
    expect(await company.settle()).toEqual([]);
    const keys = a.connection.readColumn<[], string>('SELECT key FROM custom_field ORDER BY key').all();
    const texts = [
      'e\u0301te\u0301 NFD',
      'été NFC',
      '\u2126 ohm, \u03A9 omega',
      'Σίσυφος Οδυσσεύς',
      '👩‍👩‍👧‍👦 family',
      'lone \uD83D surrogate',
    ];
    const { id } = await a.client.contact.create({
      givenName: 'Σίσυφος',
      notes: texts.join('\n'),
      tags: texts,
      custom: Object.fromEntries(keys.map((key) => [key, texts.join()])),
    });
    expect(await company.settle()).toEqual([]);
    const there = rowOf(b, id);
    expect(there?.['notes']).toBe(rowOf(a, id)?.['notes']);
    expect(there?.['custom']).toBe(rowOf(a, id)?.['custom']);
    expect((JSON.parse(String(there?.['tags'])) as string[]).slice(0, 5)).toEqual(
      (JSON.parse(String(rowOf(a, id)?.['tags'])) as string[]).slice(0, 5),
    );
    expect(Buffer.from(String(there?.['notes'])).includes(Buffer.from('\u2126 ohm, \u03A9'))).toBe(true);
    expect(Buffer.from(String(there?.['notes'])).includes(Buffer.from('e\u0301te\u0301 NFD'))).toBe(true);
    for (const copy of [a, b])
      for (const text of ['σισυφοσ', 'ΣΊΣΥΦΟΣ', 'sisyfos']) if (text !== 'sisyfos') expect(await finds(copy, text)).toContain(id);
    await b.client.contact.update({ id, custom: Object.fromEntries(keys.map((key) => [key, 'κι άλλο'])) });
    expect(await company.settle()).toEqual([]);
    expect(rowOf(a, id)?.['custom']).toBe(rowOf(b, id)?.['custom']);
    expect(a.connection.read('SELECT * FROM sync_refused').all()).toEqual([]);
  });

  it('27 the largest whole numbers, and null against "", arrive as they are', async () => {
    const company = await openCompany();
    const { a, b, office } = company;
    const field = await office.client.customField.create({ label: 'Number', type: 'number' });
    expect(await company.settle()).toEqual([]);
    const largest = Number.MAX_SAFE_INTEGER;
    const { id } = await a.client.contact.create({
      givenName: 'Rosa',
      custom: { [field.key]: largest },
      birthday: null,
      notes: '',
    });
    const { id: other } = await a.client.contact.create({ givenName: 'Eva', custom: { [field.key]: 2 ** 60 } });
    const deal = await a.client.deal.create({ partyId: id, title: 'x' });
    await a.client.deal.update({ id: deal.id, expectedClose: '2026-12-01', siteAddress: 'there' });
    expect(await company.settle()).toEqual([]);
    await b.client.contact.update({ id, source: 'x' });
    await b.client.contact.update({ id, source: '' });
    await a.client.deal.update({ id: deal.id, expectedClose: null, siteAddress: '' });
    expect(await company.settle()).toEqual([]);
    for (const copy of [a, b, office]) {
      expect(JSON.parse(String(rowOf(copy, id)?.['custom']))).toEqual({ [field.key]: largest });
      expect(JSON.parse(String(rowOf(copy, other)?.['custom']))).toEqual({ [field.key]: 2 ** 60 });
      expect(rowOf(copy, id)).toMatchObject({ birthday: null, notes: '', source: '' });
    }
    expect(
      office.connection.read('SELECT expected_close AS at, site_address AS site FROM deal WHERE id = ?').get(deal.id),
    ).toEqual({
      at: null,
      site: '',
    });
  });
});
