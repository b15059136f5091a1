import { openTestCore } from '#test/factories/open-test-core.ts';

/** A shop with one of everything, and what ids in inputs are filled with, by the name of the key or of the feature. */
export async function openAttackedShop() {
  const shop = await openTestCore({ trade: 'windows', language: 'en', timeZone: 'Europe/Madrid', firstRunDone: true });
  const { client } = shop;
  const [pipeline] = await client.pipeline.list();
  const [list] = await client.product.priceLists();
  const stageId = pipeline?.stages[0]?.id ?? '';
  const person = await client.people.create({ name: 'Eva', role: 'seller' });
  const contact = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '612345678' }] });
  const company = await client.company.create({ name: 'Bar Sol' });
  const partyId = contact.id;
  const link = await client.link.create({ contactId: partyId, companyId: company.id, role: 'Owner' });
  const activity = await client.activity.create({ partyId, type: 'note', text: 'Called' });
  const field = await client.customField.create({ label: 'Size', type: 'text' });
  const deal = await client.deal.create({ partyId, lines: [{ name: 'Window', unitPrice: 100 }] });
  const lead = await client.lead.create({ name: 'Luis' });
  const task = await client.task.create({ title: 'Call', type: 'call', partyId, dueAt: 0 });
  const product = await client.product.create({ name: 'Window' });
  const document = await client.document.create({ kind: 'quote', dealId: deal.id });
  const payment = await client.payment.create({ dealId: deal.id, amount: 5 });
  const rule = await client.automation.create({ name: 'Won', event: { type: 'dealWon' }, actions: [{ type: 'winDeal' }] });
  const uploaded = await client.import.upload({ file: new File(['Name\nAna\n'], 'clients.csv') });
  const file = await client.file.attach({ id: partyId, file: new File(['x'], 'x.txt') });
  const [act] = (await client.history.acts({})).rows;
  const byKey: Readonly<Record<string, string | undefined>> = {
    partyId,
    contactId: partyId,
    companyId: company.id,
    dealId: deal.id,
    leadId: lead.id,
    taskId: task.id,
    productId: product.id,
    documentId: document.id,
    basedOn: document.id,
    pipelineId: pipeline?.id,
    stageId,
    priceListId: list?.id,
    ownerId: person.id,
    assigneeId: person.id,
    userId: person.id,
    fileId: uploaded.fileId,
    from: '2026-11-20',
    to: '2026-11-27',
    day: '2026-11-20',
    date: '2026-11-20',
    paidOn: '2026-11-20',
    currency: 'EUR',
    country: 'ES',
    language: 'en',
  };
  const ofFeature: Readonly<Record<string, string | undefined>> = {
    contact: partyId,
    company: company.id,
    party: partyId,
    link: link.id,
    activity: activity.id,
    customField: field.id,
    deal: deal.id,
    lead: lead.id,
    task: task.id,
    product: product.id,
    document: document.id,
    payment: payment.id,
    automation: rule.id,
    pipeline: pipeline?.id,
    people: person.id,
    file: file.id,
    history: act?.id,
    import: uploaded.fileId,
  };
  return { ...shop, byKey, ofFeature };
}

export type AttackedShop = Awaited<ReturnType<typeof openAttackedShop>>;
