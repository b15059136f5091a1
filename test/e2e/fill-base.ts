import type { Core } from './core-client.ts';
import { fillDocuments } from './fill-documents.ts';
import { fillPurchases } from './report-screens.ts';
import { fillRequests } from './request-screens.ts';
import type { FilledBase } from './screen.ts';

/** Fills a base with invented people, one card with everything, a full recycle bin and some history. */
export async function fillBase(core: Core): Promise<FilledBase> {
  await core.demo.create({ contacts: 60 });
  const company = await core.company.create({ name: 'Cristales Sur', industry: 'Windows', taxId: 'B12345678' });
  const contact = await core.contact.create({
    givenName: 'Ángela',
    familyName: 'Núñez',
    jobTitle: 'Storekeeper',
    birthday: '1980-03-14',
    tags: ['VIP', 'Newsletter'],
    phones: [
      { label: 'mobile', raw: '600 100 200' },
      { label: 'work', raw: '12' },
    ],
    emails: [{ label: 'work', address: 'angela@example.es' }],
    addresses: [{ label: 'main', street: 'Calle Mayor 1', city: 'Sevilla', region: '', postalCode: '41001', country: '' }],
    messengers: [{ label: '', service: 'telegram', handle: '@angela' }],
    webPages: [{ label: '', url: 'example.es' }],
    preferredChannel: 'messenger',
    doNotContact: ['call', 'post'],
    notes: 'Likes oak',
  });
  await core.link.create({ contactId: contact.id, companyId: company.id, role: 'Storekeeper' });
  await core.activity.create({ partyId: contact.id, type: 'note', text: 'Wants three windows' });
  await core.activity.create({
    partyId: contact.id,
    type: 'call',
    text: 'Agreed',
    outcome: 'reached',
    direction: 'out',
    duration: 240,
  });
  await core.contact.update({ id: contact.id, jobTitle: 'Accountant' });
  await core.file.attach({ id: contact.id, file: new File(['120 x 80'], 'plan.txt') });
  await core.contact.create({ givenName: 'Angela', familyName: 'Nuñez', phones: [{ label: 'mobile', raw: '+34600100200' }] });
  const now = Date.now();
  await core.task.create({ type: 'call', title: 'Call about the quote', partyId: contact.id, dueAt: now - 3_600_000 });
  await core.task.create({ title: 'Tidy the workshop', dueAt: now, allDay: true });
  await core.customField.create({ label: 'Plate', type: 'text' });
  const { id } = await core.contact.create({ givenName: 'Luis', familyName: 'Gil' });
  await core.contact.delete({ id });
  const deal = await core.deal.create({
    partyId: contact.id,
    title: 'Kitchen windows',
    siteAddress: 'Calle Mayor 1, Sevilla',
    lines: [{ name: 'Window', place: 'Kitchen', width: 1200, height: 1400, pieces: 2, unitPrice: 50_000, taxRate: 2100 }],
  });
  await fillDocuments(core, deal.id);
  await fillPurchases(core, contact.id);
  return { contactId: contact.id, companyId: company.id, dealId: deal.id, ...(await fillRequests(core)) };
}
