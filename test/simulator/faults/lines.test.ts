import { describe, expect, it } from 'vitest';
import type { Exchange } from '#core/sync/exchange.ts';
import { checkDatabase } from '#core/check/check-database.ts';
import { databasePath } from '#core/database/open-database.ts';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Company } from '#test/simulator/company.ts';
import { backUp, putBack, restart } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { Crash } from '#test/simulator/fuse.ts';
import { lockCompany, saveCompany } from '#office/company/company.ts';
import type { SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { makeOfficePlace, openTestOffice } from '#test/factories/open-test-office.ts';
import { recountDigests } from '#core/sync/digests.ts';

useTemplates();

const notesOf = (copy: Copy, id: string) =>
  copy.connection.readColumn<[string], string>('SELECT notes FROM party WHERE id = ?').get(id);
const countAt = (copy: Copy, sql = 'SELECT count(*) FROM party') => copy.connection.readColumn<[], number>(sql).get();
const historyOf = (copy: Copy, id: string) => countAt(copy, `SELECT count(*) FROM history WHERE record_id = '${id}'`);

/** What is here without its history, or without being marked, sealed or known to head office. */
const unmarked = ({ connection }: Copy) =>
  connection
    .readColumn(
      `SELECT given_name FROM party WHERE NOT EXISTS (SELECT 1 FROM history WHERE record_id = party.id)
         OR (NOT EXISTS (SELECT 1 FROM outbox WHERE record_id = party.id)
           AND NOT EXISTS (SELECT 1 FROM outbox_batch)
           AND (SELECT json_extract(value, '$.counter') FROM sync_state WHERE key = 'line') = 0 AND given_name = 'Eva')`,
    )
    .all();

/** An exchange that does something before the request is delivered, or to the answer. */
function meddling(
  company: Company,
  copy: Copy,
  meddle: (request: SyncRequest, ask: () => Promise<SyncResponse>) => Promise<SyncResponse>,
): Exchange {
  const exchange = company.exchangeOf(copy);
  const ask = async (request: SyncRequest) =>
    request.kind === 'sync' ? meddle(request, () => exchange(request) as Promise<SyncResponse>) : neverCompare();
  return ask as Exchange;
}

/** What is lost is found by comparing, and these are about losing nothing. */
function neverCompare(): never {
  throw new Error('it had to compare');
}

/** An exchange that keeps what it was asked. */
function counted(company: Company, copy: Copy) {
  const asked: string[] = [];
  const exchange = company.exchangeOf(copy);
  const ask = (request: SyncRequest) => {
    asked.push(request.kind);
    return exchange(request);
  };
  return { asked, exchange: ask as Exchange };
}

describe('the way between a copy and head office', () => {
  it('1 kill -9 at every step of save, push and pull loses nothing that was said to be saved, and spoils nothing', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await b.client.contact.create({ givenName: 'Rosa', notes: 'from B' });
    await sync(b);
    const place = `${databasePath(a.directory)}.before`;
    backUp(a, place);
    company.hub.backUp();
    for (let steps = 1; ; steps += 1) {
      putBack(a, company.now, place);
      await company.hub.restore();
      a.fuse.left = steps;
      let saved = false;
      let went = false;
      try {
        await a.client.contact.create({ givenName: 'Eva' });
        saved = true;
        await sync(a, { pageRecords: 3 });
        went = a.fuse.left !== null && !a.fuse.isBlown;
      } catch (error) {
        expect(a.fuse.isBlown || error instanceof Crash).toBe(true);
      }
      restart(a, company.now);
      expect(checkDatabase(a.connection).faults).toEqual([]);
      expect(unmarked(a)).toEqual([]);
      expect(countAt(a, "SELECT count(*) FROM party WHERE given_name = 'Eva'")).toBeGreaterThanOrEqual(Number(saved));
      expect((await sync(a)).type).toBe('equal');
      expect(notesOf(a, id)).toBe('from B');
      expect(historyOf(a, id)).toBe(1);
      if (went) break;
    }
    expect(await company.settle()).toEqual([]);
  }, 120_000);

  it('2 a response that is lost is asked for again and counts once', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await a.client.contact.create({ givenName: 'Rosa' });
    const lost = meddling(company, a, async (_, ask) => {
      await ask();
      throw new Error('lost');
    });
    for (let times = 0; times < 3; times += 1) await expect(sync(a, { exchange: lost })).rejects.toThrow('lost');
    const line = a.connection.readColumn<[], string>("SELECT value FROM sync_state WHERE key = 'line'");
    const before = line.get();
    expect((await sync(a)).type).toBe('equal');
    const incarnation = (json: string | undefined) => (JSON.parse(json ?? '{}') as { incarnation: string }).incarnation;
    expect(incarnation(line.get())).toBe(incarnation(before));
    await sync(b);
    expect(historyOf(b, id)).toBe(1);
    expect(await company.settle()).toEqual([]);
  });

  it('3 the same batch three times, and two at once, is taken once', async () => {
    const company = await openCompany();
    const { a, sync, hub } = company;
    await a.client.contact.create({ givenName: 'Rosa' });
    const answers: SyncResponse[] = [];
    const tripled = meddling(company, a, async (request, ask) => {
      if (!request.batch) return ask();
      const before = await hub.seq();
      answers.push(...(await Promise.all([ask(), ask()])), await ask());
      expect(await hub.seq()).toBe(before + 1);
      return answers[2] as SyncResponse;
    });
    expect((await sync(a, { exchange: tripled })).type).toBe('equal');
    expect(answers.map(({ push }) => push)).toEqual(Array.from({ length: 3 }, () => answers[0]?.push));
    expect(answers[0]?.push).toMatchObject({ type: 'taken', refused: [] });
    expect(await company.settle()).toEqual([]);
  });

  it('4 an edit made while its row is being pushed is kept and goes with the next batch', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await a.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    let edits = 0;
    const editing = meddling(company, a, async (request, ask) => {
      const answer = await ask();
      if (edits < 2 && request.batch) {
        edits += 1;
        company.pass(1000);
        await a.client.contact.update({ id, notes: `edit ${edits}` });
      }
      return answer;
    });
    await sync(a, { exchange: editing });
    const { asked, exchange } = counted(company, a);
    await sync(a, { exchange });
    // Found by what was marked, not by comparing.
    expect(asked).not.toContain('compare');
    await sync(b);
    expect(notesOf(b, id)).toBe('edit 2');
    expect(await company.settle()).toEqual([]);
  });

  it('5 pages that come doubled or out of order are no answer, and lead nowhere', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1) ids.push((await b.client.contact.create({ givenName: `R${index}` })).id);
    await sync(b);
    const pages: SyncResponse[] = [];
    await sync(a, {
      pageRecords: 2,
      exchange: meddling(company, a, async (_, ask) => pages[pages.push(await ask()) - 1] as SyncResponse),
    });
    const [first] = pages;
    await b.client.party.deleteMany({ ids: ids.slice(0, 1) });
    await b.client.party.purgeMany({ ids: ids.slice(0, 1) });
    await sync(b);
    await sync(a);
    const cursor = () => a.connection.readColumn<[], string>("SELECT value FROM sync_state WHERE key = 'cursor'").get();
    const before = cursor();
    const late = await sync(a, { exchange: meddling(company, a, () => Promise.resolve(first as SyncResponse)) });
    expect(late).toEqual({ type: 'fault', code: 'malformed' });
    expect(cursor()).toBe(before);
    expect(countAt(a)).toBe(5);
    expect(await company.settle()).toEqual([]);
  });

  it('6 what happens at head office during a push reaches the one who pushes', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await a.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    await sync(a);
    await sync(b);
    company.pass(1000);
    await a.client.contact.update({ id, notes: 'by A' });
    await b.client.contact.update({ id, source: 'by B' });
    let isFirst = true;
    const meanwhile = meddling(company, a, async (_, ask) => {
      if (isFirst) await sync(b);
      isFirst = false;
      return ask();
    });
    expect((await sync(a, { exchange: meanwhile })).type).toBe('equal');
    expect(a.connection.read('SELECT notes, source FROM party WHERE id = ?').get(id)).toEqual({ notes: 'by A', source: 'by B' });
    expect(await company.settle()).toEqual([]);
  });

  it('7 ten thousand rows with one stamp go over the edges of pages, each once', async () => {
    const company = await openCompany();
    const { office, b, sync } = company;
    const stamp = `${company.now().toString(36).padStart(9, '0')}0000samesame`;
    await office.core.store.keep((tx) => {
      for (let index = 0; index < 10_000; index += 1) {
        tx.write('INSERT INTO lost_reason (id, stamp, name, position, archived_at) VALUES (?, ?, ?, 0, NULL)').run(
          `r${index}`,
          stamp,
          'x',
        );
        tx.write(
          "INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES ('lost_reason', ?, NULL, NULL, NULL, '')",
        ).run(`r${index}`);
      }
    });
    await office.core.store.keep(recountDigests);
    expect((await sync(office)).type).toBe('equal');
    const { asked, exchange } = counted(company, b);
    expect((await sync(b, { pageRecords: 777, exchange })).type).toBe('equal');
    expect(asked).not.toContain('compare');
    expect(countAt(b, "SELECT count(*) FROM lost_reason WHERE stamp = '" + stamp + "'")).toBe(10_000);
  }, 60_000);

  it('8 a transaction of head office that takes long never commits a lower number after a higher one was seen', async () => {
    const place = await makeOfficePlace('PostgreSQL');
    const store = await openTestOffice('PostgreSQL', place);
    const other = await openTestOffice('PostgreSQL', place);
    const seen: number[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = store.transaction(async (tx) => {
      const company = await lockCompany(tx);
      begun();
      await held;
      await saveCompany(tx, { ...company, seq: company.seq + 1 });
      seen.push(company.seq + 1);
    });
    await isBegun;
    const quick = other.transaction(async (tx) => {
      const company = await lockCompany(tx);
      await saveCompany(tx, { ...company, seq: company.seq + 1 });
      seen.push(company.seq + 1);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen).toEqual([]);
    release();
    await Promise.all([slow, quick]);
    expect(seen).toEqual([1, 2]);
  }, 60_000);

  it('31 with a line that breaks all the time, nobody ever reads what was before', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await b.client.contact.create({ givenName: 'Rosa', notes: '000' });
    await sync(b);
    const answers: SyncResponse[] = [];
    let turn = 0;
    let asked = 0;
    let wentBack = false;
    const flapping = meddling(company, a, async ({ cursor }, ask) => {
      turn += 1;
      wentBack ||= cursor < asked;
      asked = cursor;
      if (turn % 4 === 1) throw new Error('broken');
      // An answer to an earlier question, that was held up on the way.
      if (turn % 4 === 3 && answers.length > 2) return answers.at(-3) as SyncResponse;
      answers.push(await ask());
      if (turn % 4 === 2) throw new Error('broken');
      return answers.at(-1) as SyncResponse;
    });
    let last = '';
    for (let edit = 1; edit < 30; edit += 1) {
      company.pass(1000);
      await b.client.contact.update({ id, notes: String(edit).padStart(3, '0') });
      await sync(b);
      await sync(a, { exchange: flapping }).catch(() => undefined);
      const notes = notesOf(a, id) ?? '';
      expect(notes >= last).toBe(true);
      last = notes;
    }
    expect(wentBack).toBe(false);
    expect(last > '020').toBe(true);
    expect(await company.settle()).toEqual([]);
  });
});
