import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { startClockedHost } from '#test/factories/start-clocked-host.ts';
import type { ClockedHost } from '#test/factories/start-clocked-host.ts';

const noon = Date.parse('2027-03-01T12:00:00Z');
const later = Date.parse('2027-03-04T08:00:00Z');

async function start(dataDirectory: string, at: number): Promise<ClockedHost> {
  const host = await startClockedHost({ dataDirectory, at });
  onTestFinished(() => host.close());
  return host;
}

async function createContact({ url, key }: ClockedHost, givenName: string): Promise<number> {
  const answer = await fetch(new URL('/api/v1/contacts', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ givenName }),
  });
  const { createdAt } = (await answer.json()) as { createdAt: number };
  return createdAt;
}

describe('a host with a clock of its own', () => {
  it('lives at the time it is set to, and goes on at another after it was killed', async () => {
    const data = makeTestDirectory();
    const first = await start(data, noon);
    expect(await createContact(first, 'Ana')).toBe(noon);
    await first.setClock(later);
    expect(await createContact(first, 'Eva')).toBe(later);
    await first.kill();
    const second = await start(data, later + 1000);
    expect(second.key).toBe(first.key);
    expect(await createContact(second, 'Iris')).toBe(later + 1000);
  });
});
