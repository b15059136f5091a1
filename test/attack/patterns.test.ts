import { describe, expect, it } from 'vitest';
import { splitFullName } from '#shared/name/split-full-name.ts';
import { mailLink, messengerLink, webLink } from '#renderer/card/point/links.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

const long = 20_000;
/** Texts at which patterns that try every way in turn never come to an end. */
const slow: readonly string[] = [
  'a'.repeat(long),
  `${'a'.repeat(long)}!`,
  ' '.repeat(long),
  `${' '.repeat(long)}x`,
  `x${'\t \n'.repeat(long / 3)}x`,
  `${'a@'.repeat(long / 2)}`,
  `${'a.'.repeat(long / 2)}@`,
  `a@${'a.'.repeat(long / 2)}`,
  `a@${'a-'.repeat(long / 2)}.c`,
  `${'1'.repeat(long)}x`,
  `+${'1 '.repeat(long / 2)}`,
  `+${'('.repeat(long)}`,
  `${'1-'.repeat(long / 2)};ext=${'1'.repeat(long)}`,
  `tel:${';'.repeat(long)}`,
  `${'0,'.repeat(long / 2)}`,
  `${'9'.repeat(long)}.${'9'.repeat(long)}e${'9'.repeat(100)}`,
  `http://${'a:'.repeat(long / 2)}@`,
  `${'/'.repeat(long)}`,
  `${'"'.repeat(long)}`,
  `${'<'.repeat(long)}`,
  `${'&lt;'.repeat(long / 4)}`,
  `${'{'.repeat(long)}`,
  `${'{a'.repeat(long / 2)}}`,
  `${'-'.repeat(long)}`,
  `${'ab-'.repeat(long / 3)}`,
  `${'e\u0301'.repeat(long / 2)}`,
  `${'👨‍👩‍👧'.repeat(long / 8)}`,
  `2026-${'1'.repeat(long)}`,
];

const patience = 1500;

async function expectSoon(what: string, work: () => unknown) {
  const begun = performance.now();
  await Promise.resolve()
    .then(work)
    .catch(() => undefined);
  expect(performance.now() - begun, what).toBeLessThan(patience);
}

describe('a text made to keep a pattern busy', () => {
  it('is gone through soon as a phone, email, name, page, custom value, filter or search', { timeout: 120_000 }, async () => {
    const { client } = await openTestCore();
    const kinds = ['text', 'number', 'date', 'url', 'email', 'phone', 'money'] as const;
    const fields = await Promise.all(kinds.map((type) => client.customField.create({ label: type, type })));
    for (const text of slow) {
      const what = `${text.slice(0, 12)}… ${text.slice(-4)}`;
      await expectSoon(`phone ${what}`, () => client.contact.create({ givenName: 'A', phones: [{ raw: text.slice(0, 200) }] }));
      await expectSoon(`long phone ${what}`, () => client.contact.create({ givenName: 'A', phones: [{ raw: text }] }));
      await expectSoon(`email ${what}`, () => client.contact.create({ givenName: 'A', emails: [{ address: text }] }));
      await expectSoon(`page ${what}`, () => client.contact.create({ givenName: 'A', webPages: [{ url: text.slice(0, 2000) }] }));
      await expectSoon(`tax id ${what}`, () => client.company.create({ name: text.slice(0, 200), taxId: text.slice(0, 200) }));
      await expectSoon(`notes ${what}`, () => client.contact.create({ givenName: text.slice(0, 200), notes: text }));
      for (const { key } of fields)
        await expectSoon(`custom ${key} ${what}`, () => client.contact.create({ givenName: 'A', custom: { [key]: text } }));
      await expectSoon(`search ${what}`, () => client.search.find({ text }));
      await expectSoon(`short search ${what}`, () => client.search.find({ text: text.slice(0, 200) }));
      await expectSoon(`duplicates ${what}`, () =>
        client.party.findDuplicates({ type: 'contact', name: text.slice(0, 200), phones: [text.slice(0, 200)] } as never),
      );
      await expectSoon(`links ${what}`, () => [
        webLink(text),
        mailLink(text),
        messengerLink({ service: 'whatsapp', handle: text }),
      ]);
      await expectSoon(`name ${what}`, () => splitFullName(text));
    }
  });

  it('is gone through soon in a file', { timeout: 120_000 }, async () => {
    const { client } = await openTestCore();
    for (const text of slow) {
      const cell = `"${text.replaceAll('"', '""')}"`;
      const file = new File(
        [`Name;Phone;Email;Address;Birthday;Notes\n${Array.from({ length: 6 }, () => cell).join(';')}\n`],
        'list.csv',
      );
      const card = new File(
        [`BEGIN:VCARD\nVERSION:3.0\nFN:${text.replaceAll(/\s/g, ' ')}\nTEL:${text.replaceAll(/\s/g, ' ')}\nEND:VCARD\n`],
        'list.vcf',
      );
      for (const given of [file, card]) {
        const { fileId } = await client.import.upload({ file: given });
        await expectSoon(`${given.name} ${text.slice(0, 12)}`, () => client.import.inspect({ fileId, country: 'ES' }));
      }
    }
  });
});

describe('a key that every object knows', () => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'];

  it(
    'is a key like others in custom values, filters, settings and mappings, and changes no other object',
    { timeout: 60_000 },
    async () => {
      const host = await startTestHost();
      const { id } = (await host.api('POST', '/contacts', { givenName: 'Ana' })).json<{ id: string }>();
      const send = (method: string, path: string, body: string) =>
        host.call({
          method,
          path: `/api/v1${path}`,
          headers: { authorization: `Bearer ${host.key}`, 'content-type': 'application/json' },
          body,
        });
      const evil = '{"polluted":"yes","isAdmin":true,"permissions":["people.manage"]}';
      for (const key of keys) {
        const bodies: readonly (readonly [string, string, string])[] = [
          ['PATCH', `/contacts/${id}`, `{"custom":{"${key}":${evil}}}`],
          ['PATCH', `/contacts/${id}`, `{"custom":{"${key}":"x"}}`],
          ['PATCH', `/contacts/${id}`, `{"${key}":${evil}}`],
          ['PATCH', '/settings', `{"${key}":${evil}}`],
          ['PATCH', '/settings', `{"seller":{"${key}":${evil}}}`],
          ['POST', '/custom-fields', `{"label":"${key}","type":"text","key":"${key}"}`],
          ['POST', '/parties/list', `{"filter":{"all":[{"field":"${key}","op":"is","value":"x"}]},"sort":{"by":"${key}"}}`],
          ['POST', '/parties/list', `{"filter":{"all":[{"field":"custom.${key}","operator":"equals","value":"x"}]}}`],
          [
            'POST',
            '/imports/templates',
            `{"name":"${key}","mapping":{"columns":[{"index":0,"header":"${key}","target":"${key}"}],"${key}":${evil}}}`,
          ],
          ['POST', '/people', `{"name":"Eve","role":"${key}"}`],
          ['POST', '/automations', `{"name":"${key}","event":{"type":"${key}"},"actions":[{"type":"${key}"}]}`],
          ['POST', `/processes/${key}/install`, '{}'],
          ['POST', '/pipelines/ready', `{"key":"${key}","trade":"${key}"}`],
          ['GET', `/document-templates/ready/${key}/${key}`, ''],
          ['GET', `/search?text=x&${key}[polluted]=yes&${key}=x`, ''],
          ['GET', `/parties/${id}/history?${key}[constructor][prototype][polluted]=yes`, ''],
        ];
        for (const [method, path, body] of bodies) {
          const { status, text } = await (body === ''
            ? host.call({ method, path: `/api/v1${path}`, headers: { authorization: `Bearer ${host.key}` } })
            : send(method, path, body));
          expect(status, `${method} ${path} ${body}: ${text.slice(0, 200)}`).toBeLessThan(500);
        }
      }
      const plain: Record<string, unknown> = {};
      expect([plain['polluted'], plain['isAdmin'], plain['permissions']]).toEqual([undefined, undefined, undefined]);
      expect((await host.api('GET', `/contacts/${id}`)).status).toBe(200);
      expect((await host.api('POST', '/parties/list', {})).status).toBe(200);
    },
  );
});
