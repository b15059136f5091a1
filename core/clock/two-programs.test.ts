import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '#core/core.ts';
import { lookIntoInbox } from '#core/lead/inbox/inbox.ts';
import { openClockedCore, setClocksTogether } from '#test/factories/open-clocked-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { soldLines } from '#test/factories/sold-deal.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-23T12:00:00Z');

function openTwoPrograms() {
  const one = openClockedCore({ at: noon });
  const other = openClockedCore({ directory: one.directory, at: noon });
  return [one, other] as const;
}

async function listen() {
  const deliveries: (string | string[] | undefined)[] = [];
  const server = createServer((request, response) => {
    deliveries.push(request.headers['x-cartera-delivery']);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { deliveries, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe('two programs on one data folder', () => {
  it('go on once with what a rule put off, and tell an address once', async () => {
    const [one, other] = openTwoPrograms();
    const { deliveries, url } = await listen();
    await one.client.settings.update({ country: 'ES', timeZone: 'Europe/Madrid' });
    await one.client.automation.create({
      name: 'Later',
      event: { type: 'dealWon' },
      actions: [
        { type: 'wait', amount: 1, unit: 'minutes' },
        { type: 'createTask', taskType: 'call', title: 'Thank', assignee: { type: 'owner' }, due: { type: 'none' } },
        { type: 'webhook', url },
      ],
    });
    const { id: partyId } = await one.client.contact.create({ givenName: 'Rosa' });
    for (const { client } of [one, other, one, other]) await client.deal.win({ id: (await client.deal.create({ partyId })).id });
    for (const passed of [1, 2, 4]) await setClocksTogether(noon + passed * minute, [one, other]);
    expect((await other.client.task.list({})).total).toBe(4);
    expect([deliveries.length, new Set(deliveries).size]).toEqual([4, 4]);
    const { rows } = await one.client.automation.runs({});
    expect(rows.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('give every document a number of its own', async () => {
    const [one, other] = openTwoPrograms();
    await one.client.settings.update({ country: 'ES' });
    const { id: partyId } = await one.client.contact.create({ givenName: 'Rosa' });
    const { id: dealId } = await one.client.deal.create({ partyId, lines: soldLines });
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        [one, other].map(({ client }) => client.document.create({ kind: 'quote', dealId })),
      ).flat(),
    );
    expect(new Set(made.map(({ number }) => number)).size).toBe(20);
  });

  it('take in each file of the watched folder once', async () => {
    const one = await openTestCore();
    const other = openCore(one.directory);
    onTestFinished(() => other.close());
    const folder = join(one.directory, 'inbox');
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < 40; number++)
      writeFileSync(
        join(folder, `${number}.json`),
        JSON.stringify({ name: `Client ${number}`, phone: String(600_000_000 + number) }),
      );
    let elapsed = 0;
    for (; elapsed < 9000; elapsed += 3000)
      await Promise.all([one.core, other].map((core) => lookIntoInbox(core, () => elapsed)));
    expect((await one.client.lead.list({})).total).toBe(40);
    expect(readdirSync(folder)).toEqual(['done']);
    expect(readdirSync(join(folder, 'done'))).toHaveLength(40);
    const { files } = await one.client.lead.inbox();
    expect(files.reduce((sum, { created }) => sum + created, 0)).toBe(40);
  });
});
