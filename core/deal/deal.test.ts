import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('a deal', () => {
  it('begins in the ready pipeline of the trade', async () => {
    const { client } = await openTestCore({ trade: 'windows', language: 'es' });
    const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
    const deal = await client.deal.create({ partyId });
    expect(deal).toMatchObject({
      title: 'Ana',
      stageName: 'Solicitud',
      currency: 'EUR',
      probability: 10,
      urgency: 'nothingPlanned',
    });
  });
});
