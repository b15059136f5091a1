import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { ended, kill, spreadMoments, startProgram } from '#test/crash/kill-program.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

const rounds = 4;
const savingAtOnce = 4;

const serve = (data: string) => `
  import { startHost } from '#core/host/start-host.ts';
  const data = ${JSON.stringify(data)};
  console.log((await startHost({ dataDirectory: data, port: 0, rendererDirectory: data })).url);
`;

interface Saved {
  readonly id: string;
  readonly notes: string;
}

/** Saves contacts one after another until the host is gone. */
async function saveUntilGone(url: URL, saved: Saved[]) {
  const headers = { authorization: `Bearer ${url.searchParams.get('key')}`, 'content-type': 'application/json' };
  const send = (method: string, path: string, body: object) =>
    fetch(new URL(`/api/v1${path}`, url), { method, headers, body: JSON.stringify(body) });
  try {
    for (let number = 1; ; number++) {
      const created = await send('POST', '/contacts', {
        givenName: `Ana ${number}`,
        phones: [{ raw: String(600_000_000 + number) }],
      });
      const { id } = (await created.json()) as Saved;
      const changed = await send('PATCH', `/contacts/${id}`, { notes: `note ${number}` });
      if (changed.ok) saved.push((await changed.json()) as Saved);
    }
  } catch {
    // The host was killed: what was not answered may be there or not.
  }
}

describe('a host killed while it saves', () => {
  it('has kept every contact and change that it answered for', { timeout: 120_000 }, async () => {
    const data = makeTestDirectory();
    const saved: Saved[] = [];
    for (const moment of spreadMoments(rounds, 4800)) {
      const host = startProgram(['--input-type=module', '-e', serve(data)]);
      onTestFinished(() => kill(host));
      const end = ended(host);
      const [line] = (await once(host.stdout ?? host, 'data')) as [Buffer];
      const url = new URL(line.toString().trim());
      const saving = Promise.all(Array.from({ length: savingAtOnce }, () => saveUntilGone(url, saved)));
      await sleep(300 + moment * 1200);
      kill(host);
      await Promise.all([end, saving]);
    }
    const { connection, files } = openData(data);
    onTestFinished(() => connection.close());
    const notesOf = connection.readRaw<[string], [string]>('SELECT notes FROM party WHERE id = ?');
    expect(saved.length).toBeGreaterThan(rounds * savingAtOnce);
    expect(saved.filter(({ id, notes }) => notesOf.get(id)?.[0] !== notes)).toEqual([]);
    expect((await checkData(connection, files)).faults).toEqual([]);
  });
});
