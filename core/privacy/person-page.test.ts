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

it('says in words and in money what was sold to somebody, and how it went', () => {
  const records = {
    deal: [
      { id: 'd', title: 'Balcony', status: 'won', currency: 'EUR', estimate: 0, workAt: Date.UTC(2026, 0, 2, 12), stageSince: 1 },
    ],
    deal_line: [{ id: 'l', dealId: 'd', name: 'Window', unit: 'squareMetre', unitPrice: 38_000, discount: 1_250, position: 0 }],
    payment: [{ id: 'p', dealId: 'd', amount: 217_046, currency: 'EUR', paidOn: '2026-11-13', method: 'card' }],
    task: [{ id: 't', type: 'call', title: 'Ring', status: 'done', doneBy: 'u', allDay: 0, outcome: 'reached' }],
    document: [{ id: 'o', kind: 'quote', number: 'Q-7', status: 'sent', gross: 434_091, currency: 'EUR', data: { lines: [1] } }],
    consent: [{ id: 'c', purpose: 'mail', given: 1, source: 'by phone' }],
  };
  const page = personPage({ title: 'Luis', records, history: [], named: {}, files: [], documents: [] }, 'en', 0);
  const cells = [...page.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td>/g)].map(([, name, value]) => `${name}: ${value}`);
  expect(cells).toEqual([
    'Title: Balcony',
    'State: Won',
    expect.stringContaining('Work: January 2, 2026'),
    'Product or service: Window',
    'Unit: m²',
    'Price: €380.00',
    'Off, %: 12.5',
    'Amount: €2,170.46',
    'Date: November 13, 2026',
    'How it was paid: Card',
    'Kind: Call',
    'What has to be done: Ring',
    'State: Done',
    'How the call ended: Talked',
    'Kind: Quote',
    'Number of the document: Q-7',
    'State: Sent',
    'Total to pay: €4,340.91',
    'For what: Offers by email',
    'Consents: Allows',
    'How: by phone',
  ]);
});
