import { describe, expect, it } from 'vitest';
import type { Lead } from '#shared/lead/contract.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

describe('a site’s form', () => {
  it('sends its requests by REST, each is kept once', async () => {
    const host = await startTestHost();
    const sent = {
      name: 'Ana Ruiz',
      phones: ['625 607 313'],
      text: 'Two windows',
      source: 'site',
      channel: 'form',
      externalId: 'f-1',
    };
    const first = await host.api('POST', '/leads', { ...sent, details: { page: '/windows' } });
    expect(first.status).toBe(201);
    const lead = first.json<Lead>();
    expect(lead).toMatchObject({ status: 'new', channel: 'form', hasNewParty: true, details: { page: '/windows' } });
    const again = await Promise.all(Array.from({ length: 5 }, () => host.api('POST', '/leads', sent)));
    expect(again.map((answer) => answer.json<Lead>().id)).toEqual(Array.from({ length: 5 }, () => lead.id));
    const { total } = (await host.api('POST', '/leads/list', {})).json<{ total: number }>();
    expect(total).toBe(1);
  });

  it('is told what is wrong with them', async () => {
    const host = await startTestHost();
    const nobody = await host.api('POST', '/leads', { text: 'Hello' });
    expect([nobody.status, nobody.json<{ data: unknown }>().data]).toEqual([422, { field: 'name', code: 'nobody' }]);
    expect((await host.api('POST', '/leads', { name: 'Ana', phones: '625607313' })).status).toBe(400);
    expect((await host.api('GET', '/leads/none')).status).toBe(404);
    const call = { method: 'POST', path: '/api/v1/leads', headers: { 'content-type': 'application/json' } };
    expect((await host.call({ ...call, body: '{"name":"Ana"}' })).status).toBe(401);
  });

  it('finds requests by words, phone, state and condition', async () => {
    const host = await startTestHost();
    await host.api('POST', '/leads', { name: 'Ána Ruiz', phones: ['+34 625 607 313'], title: 'Ventana', source: 'site' });
    await host.api('POST', '/leads', { name: 'Luis', emails: ['luis@example.com'], source: 'Instagram' });
    const found = async (asked: object) =>
      (await host.api('POST', '/leads/list', asked)).json<{ rows: Lead[] }>().rows.map(({ name }) => name);
    expect(await found({ text: 'ana ventana' })).toEqual(['Ána Ruiz']);
    expect(await found({ text: '607 313' })).toEqual(['Ána Ruiz']);
    expect(await found({ text: 'luis@exam' })).toEqual(['Luis']);
    expect(await found({ status: 'rejected' })).toEqual([]);
    expect(await found({ where: { all: [{ field: 'source', is: 'contains', value: 'SITE' }] } })).toEqual(['Ána Ruiz']);
    expect(await found({ where: { all: [{ field: 'client.kind', is: 'isAnyOf', value: ['lead'] }] } })).toHaveLength(2);
  });

  it('shows where the watched folder is', async () => {
    const host = await startTestHost();
    const inbox = (await host.api('GET', '/leads/inbox')).json<{ folder: string; files: unknown[] }>();
    expect(inbox).toEqual({ folder: `${host.dataDirectory}/inbox`, files: [] });
  });
});
