import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { ended, kill, spreadMoments, startProgram } from '#test/crash/kill-program.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

const rounds = 12;
const sellingAtOnce = 3;
/** Milliseconds of computing from the start of the program until it answers: what the clock says depends on who else computes. */
const longestStart = 2000;

/** Elapsed time, though not the wall clock, goes ten times as fast: the watched folder is looked into as in ten seconds. */
const serve = (data: string) => `
  const elapsed = performance.now.bind(performance);
  performance.now = () => elapsed() * 10;
  const { startHost } = await import('#core/host/start-host.ts');
  const data = ${JSON.stringify(data)};
  const { url } = await startHost({ dataDirectory: data, port: 0, rendererDirectory: data });
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ url, startedIn: (user + system) / 1000 }));
`;

interface Running {
  readonly send: <Answer>(method: string, path: string, body?: object) => Promise<Answer>;
  readonly startedIn: number;
  kill(): Promise<void>;
}

async function start(data: string): Promise<Running> {
  const host = startProgram(['--input-type=module', '-e', serve(data)]);
  onTestFinished(() => kill(host));
  const end = ended(host);
  const [line] = (await once(host.stdout ?? host, 'data')) as [Buffer];
  const { url: address, startedIn } = JSON.parse(line.toString()) as { readonly url: string; readonly startedIn: number };
  const url = new URL(address);
  const headers = { authorization: `Bearer ${url.searchParams.get('key')}`, 'content-type': 'application/json' };
  return {
    startedIn,
    async send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
      const answer = await fetch(new URL(`/api/v1${path}`, url), {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Refused(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async kill() {
      kill(host);
      await end;
    },
  };
}

/** Everything asked here is allowed: a refusal is a fault, unlike an answer that never came. */
class Refused extends Error {}

/** What was answered for, by what it is about; what is being changed at the moment is not known. */
type Facts = Map<string, { readonly sql: string; readonly parameter: string; readonly expected: unknown }>;

interface Selling {
  readonly stageIds: readonly string[];
  readonly facts: Facts;
  /** Requests by what their sender calls them, to be sent until answered. */
  readonly unanswered: Set<string>;
  /** Minor units answered for, by deal. */
  readonly paid: Map<string, number>;
}

interface Kept {
  readonly id: string;
}

/** Sells to one client after the other until the host is gone. */
async function sellUntilGone({ send }: Running, name: string, selling: Selling) {
  try {
    for (let number = 1; ; number++) await sell(send, `${name}-${number}`, selling);
  } catch (error) {
    if (error instanceof Refused) throw error;
    // The host was killed: what was not answered may be there or not.
  }
}

async function sell(send: Running['send'], name: string, { stageIds, facts, unanswered, paid }: Selling) {
  async function keep<Answer>(
    { sql, parameter, expected }: { sql: string; parameter: string; expected: unknown },
    doIt: () => Promise<Answer>,
  ) {
    facts.delete(sql + parameter);
    const answer = await doIt();
    facts.set(sql + parameter, { sql, parameter, expected });
    return answer;
  }
  const ids = [...unanswered, name];
  unanswered.add(name);
  for (const externalId of ids) {
    const isThere = { sql: 'SELECT count(*) FROM lead WHERE external_id = ?', parameter: externalId, expected: 1 };
    await keep(isThere, () => send('POST', '/leads', { name: `Ana ${externalId}`, source: 'site', externalId }));
    unanswered.delete(externalId);
  }
  const { partyId } = await send<{ partyId: string }>('POST', '/leads', { name, externalId: `again ${name}` });
  const deal = await send<Kept>('POST', '/deals', { partyId, title: name, stageId: stageIds[0] });
  const stage = { sql: 'SELECT stage_id FROM deal WHERE id = ?', parameter: deal.id };
  facts.set(stage.sql + deal.id, { ...stage, expected: stageIds[0] });
  const lines = [{ name: 'Window', pieces: 2, unitPrice: 1000, taxRate: 0 }];
  const amount = { sql: 'SELECT amount FROM deal WHERE id = ?', parameter: deal.id, expected: 2000 };
  await keep(amount, () => send('PUT', `/deals/${deal.id}/lines`, { lines }));
  for (const stageId of stageIds.slice(1))
    await keep({ ...stage, expected: stageId }, () => send('POST', `/deals/${deal.id}/move`, { stageId }));
  const task = await send<Kept>('POST', '/tasks', { dealId: deal.id, type: 'call', title: name });
  const status = { sql: 'SELECT status FROM task WHERE id = ?', parameter: task.id, expected: 'done' };
  await keep(status, () => send('POST', `/tasks/${task.id}/done`, { outcome: 'reached', result: 'Agreed' }));
  const document = await send<Kept & { number: string }>('POST', '/documents', { kind: 'quote', dealId: deal.id });
  const number = { sql: 'SELECT number FROM document WHERE id = ?', parameter: document.id, expected: document.number };
  facts.set(number.sql + document.id, number);
  for (const part of [700, 500]) {
    await send('POST', '/payments', { dealId: deal.id, amount: part });
    paid.set(deal.id, (paid.get(deal.id) ?? 0) + part);
  }
}

/** Puts a request into the watched folder as other programs do: whole. */
function drop(data: string, name: string) {
  const beside = join(data, `${name}.part`);
  writeFileSync(beside, JSON.stringify({ name: `Dropped ${name}`, phone: '' }));
  renameSync(beside, join(data, 'inbox', `${name}.json`));
}

const count = (db: ReadDb, sql: string) => db.readColumn<[], number>(sql).get();

describe('a host killed while it sells', () => {
  it('keeps all that it answered for, takes in everything once, and starts again at once', { timeout: 120_000 }, async () => {
    const data = makeTestDirectory();
    mkdirSync(join(data, 'inbox'));
    const selling: Selling = { stageIds: [], facts: new Map(), unanswered: new Set(), paid: new Map() };
    const starts: number[] = [];
    const dropped: string[] = [];
    let stageIds: readonly string[] = [];
    for (const [round, moment] of spreadMoments(rounds, 2026).entries()) {
      const host = await start(data);
      starts.push(host.startedIn);
      if (round === 0) {
        await host.send('POST', '/processes/windows/install', {});
        const stages = ['Asked', 'Offered', 'Agreed'].map((name) => ({ name, probability: 50 }));
        const pipeline = await host.send<{ stages: Kept[] }>('POST', '/pipelines', { name: 'Sales', stages });
        stageIds = pipeline.stages.map(({ id }) => id);
      }
      const sellers = Array.from({ length: sellingAtOnce }, (_, seller) => {
        const unanswered = seller === 0 ? selling.unanswered : new Set<string>();
        return sellUntilGone(host, `${round}-${seller}`, { ...selling, stageIds, unanswered });
      });
      for (const part of [1, 2, 3, 4]) {
        dropped.push(`file-${round}-${part}`);
        drop(data, `file-${round}-${part}`);
        await sleep(20 + moment * 150);
      }
      await host.kill();
      await Promise.all(sellers);
    }
    const last = await start(data);
    const waitingFiles = () => readdirSync(join(data, 'inbox')).filter((name) => name.endsWith('.json'));
    await expect.poll(waitingFiles, { timeout: 20_000 }).toEqual([]);
    for (const externalId of selling.unanswered)
      await last.send('POST', '/leads', { name: `Ana ${externalId}`, source: 'site', externalId });
    await last.kill();

    expect(starts.filter((startedIn) => startedIn > longestStart)).toEqual([]);
    const { connection: db, files } = openData(data);
    onTestFinished(() => db.close());
    expect(selling.facts.size).toBeGreaterThan(rounds * sellingAtOnce);
    const lost = [...selling.facts.values()].filter(
      ({ sql, parameter, expected }) => db.readColumn<[string], unknown>(sql).get(parameter) !== expected,
    );
    expect(lost).toEqual([]);
    const names = db.readColumn<[], string>("SELECT name FROM lead WHERE name LIKE 'Dropped %' ORDER BY name").all();
    expect(names).toEqual(dropped.map((name) => `Dropped ${name}`).toSorted());
    expect(existsSync(join(data, 'inbox', 'failed'))).toBe(false);
    expect(count(db, 'SELECT count(*) - count(DISTINCT external_id) FROM lead WHERE external_id IS NOT NULL')).toBe(0);
    expect(count(db, 'SELECT count(*) - count(DISTINCT number) FROM document')).toBe(0);
    const sum = db.readColumn<[string], number>('SELECT coalesce(sum(amount), 0) FROM payment WHERE deal_id = ?');
    expect([...selling.paid].filter(([id, answered]) => (sum.get(id) ?? 0) < answered)).toEqual([]);
    const differing =
      'SELECT count(*) FROM deal WHERE paid <> coalesce((SELECT sum(amount) FROM payment WHERE deal_id = deal.id), 0)';
    expect(count(db, differing)).toBe(0);
    expect((await checkData(db, files)).faults).toEqual([]);
  });
});
