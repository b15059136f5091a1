import { describe, expect, it } from 'vitest';
import { activityRecord } from '#core/activity/activity.ts';
import { callReportQueries } from '#core/call/report.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { callOutcomes } from '#shared/activity/contract.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const day = 86_400_000;
const start = Date.parse('2026-10-31T23:00:00Z');

/** Numbers that look like chance, the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
}

async function openShop() {
  const { core, client } = await openTestCore({ timeZone: 'Europe/Madrid' });
  const people = [core.owner().userId, (await client.people.create({ name: 'Pedro', role: 'seller' })).id];
  const parties = await Promise.all(Array.from({ length: 6 }, (_, index) => client.contact.create({ givenName: `C${index}` })));
  const roll = dice(7);
  const deals: {
    readonly id: string;
    readonly partyId: string;
    readonly status: 'won' | 'open';
    readonly createdAt: number;
    readonly deletedAt: number | null;
  }[] = [];
  for (let index = 0; index < 12; index++) {
    const deal = await client.deal.create({ partyId: parties[roll(6)]?.id ?? '' });
    const fate = {
      status: roll(3) === 0 ? 'won' : 'open',
      createdAt: start + roll(40 * day),
      deletedAt: roll(5) === 0 ? 1 : null,
    } as const;
    deals.push({ id: deal.id, partyId: deal.partyId, ...fate });
  }
  const calls = Array.from({ length: 300 }, () => ({
    id: newId(),
    partyId: parties[roll(6)]?.id ?? '',
    type: roll(4) === 0 ? ('note' as const) : ('call' as const),
    text: '',
    happenedAt: start - 5 * day + roll(45 * day),
    direction: roll(2) === 0 ? ('in' as const) : ('out' as const),
    outcome: callOutcomes[roll(7)] ?? null,
    duration: roll(3) === 0 ? null : roll(600),
    dealId: roll(6) === 0 ? (deals[roll(12)]?.id ?? null) : null,
    taskId: null,
    phone: '',
    authorId: people[roll(2)] ?? '',
    createdAt: start,
  }));
  core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) => {
    for (const { id, status, createdAt, deletedAt } of deals)
      changeRecord(act, dealRecord, { id, changes: { status, createdAt, deletedAt } });
    for (const call of calls) createRecord(act, activityRecord, call);
  });
  return { core, client, calls, deals, people };
}

describe('the report of calls', () => {
  it('counts as one does by hand', async () => {
    const { client, calls, deals, people } = await openShop();
    const report = await client.call.report({ from: '2026-11-01', to: '2026-11-30' });
    const within = calls.filter(
      ({ type, happenedAt }) => type === 'call' && happenedAt >= start && happenedAt < start + 30 * day,
    );
    const dealsOf = (call: (typeof calls)[number]) =>
      deals.filter(
        ({ id, partyId, createdAt, deletedAt }) =>
          deletedAt === null &&
          (id === call.dealId ||
            (partyId === call.partyId && createdAt >= call.happenedAt && createdAt < call.happenedAt + 7 * day)),
      );
    for (const userId of people) {
      const own = within.filter(({ authorId }) => authorId === userId);
      expect(report.people.find((person) => person.userId === userId)).toMatchObject({
        calls: own.length,
        out: own.filter(({ direction }) => direction === 'out').length,
        reached: own.filter(({ outcome }) => outcome === 'reached').length,
        duration: own.reduce((sum, { duration }) => sum + (duration ?? 0), 0),
        ledToDeal: own.filter((call) => dealsOf(call).length > 0).length,
        won: own.filter((call) => dealsOf(call).some(({ status }) => status === 'won')).length,
      });
    }
    expect(report.days).toHaveLength(30);
    expect(report.days.map(({ calls: count }) => count)).toEqual(
      report.days.map((_, index) => within.filter(({ happenedAt }) => Math.floor((happenedAt - start) / day) === index).length),
    );
    expect(report.days[0]?.day).toBe('2026-11-01');
  });

  it('is of one person when asked, and empty of a period that is none', async () => {
    const { client, people } = await openShop();
    const report = await client.call.report({ from: '2026-11-01', to: '2026-11-30', userId: people[1] ?? '' });
    expect(report.people).toMatchObject([{ name: 'Pedro' }]);
    expect(report.days.reduce((sum, { calls }) => sum + calls, 0)).toBe(report.people[0]?.calls);
    expect(await client.call.report({ from: '2026-11-30', to: '2026-11-01' })).toEqual({ people: [], days: [] });
  });

  it('looks only at calls of the period, and finds their deals by index', async () => {
    const { core } = await openTestCore();
    const plan = (sql: string, ...values: (string | number)[]) =>
      core.store.db
        .read<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map(({ detail }) => detail);
    const people = plan(callReportQueries.people, 0, 1, '');
    expect(people.join('\n')).toMatch(/SEARCH a USING INDEX activity_calls \(happened_at>\? AND happened_at<\?\)/);
    expect(people.join('\n')).toMatch(
      /SEARCH deal USING INDEX deal_by_party \(party_id=\? AND created_at>\? AND created_at<\?\)/,
    );
    expect(people.filter((line) => /^SCAN (a|deal)\b/.test(line))).toEqual([]);
    const days = plan(callReportQueries.days, '[]', '');
    expect(days.join('\n')).toMatch(/SEARCH a USING INDEX activity_calls \(happened_at>\? AND happened_at<\?\)/);
  });
});
