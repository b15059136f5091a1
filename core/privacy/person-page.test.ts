import { expect, it } from 'vitest';
import { personPage } from '#core/privacy/person-page.ts';

it('tells a person in their words what is kept about them', () => {
  const party = {
    id: '1',
    type: 'contact',
    givenName: 'Рита',
    phones: [{ label: 'mobile', raw: '916 123-45-67', e164: '+79161234567' }],
    custom: { shoe: '38' },
  };
  const consent = { id: '2', partyId: '1', purpose: 'mail', given: 0, saidOn: '2026-11-22', at: Date.UTC(2026, 0, 2) };
  const found = {
    title: 'Рита',
    records: { party: [party], consent: [consent] },
    history: [],
    named: {},
    files: [],
    documents: [],
  };
  const page = personPage(found, 'ru', 0);
  const cells = [...page.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td>/g)].map(([, name, value]) => `${name}: ${value}`);
  expect(cells.slice(1, 4)).toEqual(['Имя: Рита', 'Телефоны: Мобильный, 916 123-45-67', 'Свои поля: shoe: 38']);
  expect(cells).toContain('Согласия: Запрещает');
  expect(page).toContain('22 ноября 2026');
  for (const code of ['givenName', 'mobile', 'e164', 'saidOn', String(Date.UTC(2026, 0, 2))]) expect(page).not.toContain(code);
});
