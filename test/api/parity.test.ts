import { describe, expect, it, onTestFinished } from 'vitest';
import type { SavedEvent } from '#shared/event/contract.ts';
import { pageClient, restClient, windowClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

/** The same core reached in the three ways it can be. */
async function openWays(): Promise<Record<'port' | 'rpc' | 'rest', Client>> {
  const host = await startTestHost();
  const { client: port, close } = windowClient(host.openPorts());
  onTestFinished(close);
  return { port, rpc: pageClient(host), rest: restClient(host) };
}

/** What an answer comes to, without what differs by the order of the calls. */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (answer) => ({ answer }),
    (error: { code?: unknown; status?: unknown; defined?: unknown; message?: unknown; data?: unknown }) => {
      const { code, status, defined, message, data } = error;
      return { code, status, defined, message, data };
    },
  );
}

describe('the message port, the page’s endpoint and the REST API', () => {
  it('give the same answers to the same questions', async () => {
    const ways = await openWays();
    const ana = await ways.port.contact.create({
      givenName: 'Ána',
      familyName: 'Ruiz',
      phones: [{ raw: '612 34 56 78' }],
      birthday: '0000-12-31',
      tags: ['VIP', 'ñ'],
      custom: {
        size: 4.5,
        vip: true,
        colours: ['red', 'blue'],
      },
    });
    const bar = await ways.rest.company.create({ name: 'Bar Sol', emails: [{ address: 'sol@bar.example' }] });
    const link = await ways.rpc.link.create({ contactId: ana.id, companyId: bar.id, role: 'cook' });
    await ways.rest.contact.update({ id: ana.id, notes: 'line\nline' });
    const questions: readonly ((client: Client) => Promise<unknown>)[] = [
      (client) => client.contact.get({ id: ana.id }),
      (client) => client.company.get({ id: bar.id }),
      (client) => client.link.ofParty({ id: bar.id }),
      (client) => client.party.list({ filter: { type: 'contact' }, sort: { field: 'title' }, offset: 0, limit: 10 }),
      (client) => client.party.findDuplicates({ type: 'contact', name: 'Ana Ruiz', phones: ['+34 612345678'] }),
      (client) => client.search.find({ text: '345678', limit: 5, type: 'contact' }),
      (client) => client.history.ofParty({ id: ana.id, offset: 0, limit: 10 }),
      (client) => client.activity.ofParty({ id: ana.id }),
      (client) => client.customField.list(),
    ];
    for (const ask of questions) {
      const { port, rpc, rest } = await askAll(ways, ask);
      expect(port).toHaveProperty('answer');
      expect(rpc).toEqual(port);
      expect(rest).toEqual(port);
    }
    expect(link.contactTitle).toBe('Ána Ruiz');
  });

  it('refuse the same things for the same reasons', async () => {
    const ways = await openWays();
    const { id } = await ways.rpc.contact.create({ givenName: 'Ana' });
    const { actId } = await ways.rpc.contact.delete({ id });
    await ways.rpc.history.undo({ id: actId });
    const wrong: Record<string, (client: Client) => Promise<unknown>> = {
      BAD_REQUEST: (client) => client.contact.update({ id, birthday: '31/12/1980' }),
      REFUSED: (client) => client.contact.create({ notes: 'nobody' }),
      NOT_FOUND: (client) => client.contact.get({ id: 'nobody' }),
      ALREADY_UNDONE: (client) => client.history.undo({ id: actId }),
    };
    for (const [code, ask] of Object.entries(wrong)) {
      const { port, rpc, rest } = await askAll(ways, ask);
      expect(port).toMatchObject({ code, defined: true });
      expect(rpc).toEqual(port);
      expect(rest).toEqual(port);
    }
  });

  it('call what a window does by the name its owner goes by now', async () => {
    const { port } = await openWays();
    await port.settings.update({ ownerName: 'Ana' });
    await port.contact.create({ givenName: 'Eva' });
    const { rows } = await port.history.acts({ offset: 0, limit: 1 });
    expect(rows[0]?.actorName).toBe('Ana');
  });

  it('tell each other what was saved', async () => {
    const { port, rest } = await openWays();
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    const saves = await rest.event.saved(undefined, { signal: controller.signal });
    const heard = saves.next();
    const { id } = await port.contact.create({ givenName: 'Eva' });
    const { value } = await heard;
    // Another process's save is known by the file having changed, without names.
    const { ids, recordTypes } = value as SavedEvent;
    expect([ids ?? [id], recordTypes]).toEqual([[id], expect.arrayContaining(['party'])]);
  });
});

async function askAll(ways: Awaited<ReturnType<typeof openWays>>, ask: (client: Client) => Promise<unknown>) {
  return { port: await outcomeOf(ask(ways.port)), rpc: await outcomeOf(ask(ways.rpc)), rest: await outcomeOf(ask(ways.rest)) };
}
