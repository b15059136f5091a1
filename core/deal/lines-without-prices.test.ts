import { expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('keeps the prices of lines that somebody measures who doesn’t see them', async () => {
  const { client, clientOf } = await openTestCore();
  const pedro = await client.people.create({ name: 'Pedro', role: 'specialist' });
  const rights = { ...builtInRights('specialist'), fields: { dealMoney: 'hide' as const } };
  const measurer = clientOf(personActor({ ...pedro, rights, teamIds: [pedro.id] }));
  const pipeline = await client.pipeline.addReady({ trade: 'windows' });
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa' });
  const { id, lines } = await client.deal.create({
    title: 'Balcony',
    partyId,
    pipelineId: pipeline.id,
    lines: [{ name: 'Window', unitPrice: 35_000, discount: 500, pieces: 2 }],
  });
  const [seen] = (await measurer.deal.get({ id })).lines;
  expect(seen).toMatchObject({ id: lines[0]?.id, unitPrice: 0, discount: 0 });
  await measurer.deal.setLines({ id, lines: [{ ...seen, name: 'Window', width: 1200, height: 900 }, { name: 'Sill' }] });
  expect((await client.deal.get({ id })).lines).toMatchObject([
    { width: 1200, height: 900, unitPrice: 35_000, discount: 500, pieces: 2 },
    { name: 'Sill', unitPrice: 0 },
  ]);
});
