import type { Core } from './core-client.ts';

/** Gives the deal documents in every state and payments of every kind. */
export async function fillDocuments(core: Core, dealId: string): Promise<void> {
  const quote = await core.document.create({ kind: 'quote', dealId });
  await core.document.setStatus({ id: quote.id, status: 'refused', note: 'Too dear' });
  const second = await core.document.create({ kind: 'quote', dealId, basedOn: quote.id, asVersion: true });
  await core.document.setStatus({ id: second.id, status: 'accepted' });
  await core.document.create({ kind: 'invoice', dealId, basedOn: second.id });
  await core.payment.create({ dealId, amount: 30_000, method: 'transfer' });
  const { id } = await core.payment.create({ dealId, amount: 500, note: 'By mistake' });
  await core.payment.reverse({ id, note: 'Entered twice' });
}
