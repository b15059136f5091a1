import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '#core/check/check-database.ts';
import { openCore } from '#core/core.ts';
import { visitsByHistory, visitsOf } from '#core/deal/stage-visits.ts';
import { findDeal } from '#core/deal/deal.ts';
import { router } from '#core/router.ts';
import { lineAmounts } from '#shared/deal/line-amounts.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

type Client = RouterClient<typeof router>;
type Aspect = 'deal' | 'lines';

interface Visit {
  readonly stageId: string;
  readonly status: string;
  readonly enteredAt: number;
  readonly leftAt: number | null;
}

/** A deal as somebody would keep it on paper. */
interface OnPaper {
  readonly id: string;
  readonly stageId: string;
  readonly status: string;
  readonly estimate: number;
  readonly ownProbability: number | null;
  readonly expectedClose: string | null;
  readonly isDeleted: boolean;
  /** Price and pieces of each line. */
  readonly lines: readonly (readonly [number, number])[];
  readonly visits: readonly Visit[];
}

/** An act that can be undone, and what was on paper before it. */
interface Done {
  readonly actId: string;
  readonly deal: number;
  readonly aspect: Aspect;
  readonly before: OnPaper;
}

const step = fc.record({
  deal: fc.nat(3),
  what: fc.constantFrom(
    ...(['move', 'move', 'move', 'win', 'lose', 'reopen', 'delete', 'restore', 'lines', 'lines', 'update'] as const),
    ...(['undo', 'undo', 'undo', 'undo', 'undo'] as const),
  ),
  number: fc.nat(1000),
});

async function openShop() {
  let time = Date.UTC(2026, 10, 1);
  const core = openCore(makeTestDirectory(), { clock: { now: () => time, every: () => () => undefined } });
  const client: Client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await client.settings.update({ country: 'ES', timeZone: 'Europe/Madrid' });
  const stages = [10, 25, 60].map((probability, index) => ({ name: `Stage ${index}`, probability }));
  const pipeline = await client.pipeline.create({ name: 'Sales', stages });
  const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
  const papers: OnPaper[] = [];
  for (let index = 0; index < 4; index++) {
    time += 60_000;
    const { id, stageId } = await client.deal.create({
      partyId,
      estimate: 1000 * (index + 1),
      currency: index === 3 ? 'USD' : 'EUR',
    });
    papers.push({
      id,
      stageId,
      status: 'open',
      estimate: 1000 * (index + 1),
      ownProbability: null,
      expectedClose: null,
      isDeleted: false,
      lines: [],
      visits: [{ stageId, status: 'open', enteredAt: time, leftAt: null }],
    });
  }
  return { core, client, pipeline, papers, tick: () => (time += 60_000) };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** The deal moved to another place on paper. */
function placed(paper: OnPaper, to: Pick<OnPaper, 'stageId' | 'status'>, at: number): OnPaper {
  if (paper.stageId === to.stageId && paper.status === to.status) return paper;
  const visits = paper.visits.map((visit) => (visit.leftAt === null ? { ...visit, leftAt: at } : visit));
  return { ...paper, ...to, visits: [...visits, { ...to, enteredAt: at, leftAt: null }] };
}

const months = [null, '2026-11-20', '2026-12-05', '2027-01-31'];

/** Does one step in the shop and on paper; what the shop has to refuse stays as it is on paper. */
async function take(
  { client, pipeline, papers, tick }: Shop,
  done: Done[],
  { deal, what, number }: { deal: number; what: string; number: number },
) {
  const at = tick();
  const paper = papers[deal] as OnPaper;
  const { id } = paper;
  const stageId = pipeline.stages[number % 3]?.id ?? '';
  const isOpen = paper.status === 'open';
  async function act(isAllowed: boolean, call: () => Promise<unknown>, after: OnPaper, aspect: Aspect = 'deal') {
    if (!isAllowed) return expect(call()).rejects.toMatchObject({ defined: true });
    const last = (await client.history.acts({ limit: 1 })).rows[0]?.id;
    await call();
    const now = (await client.history.acts({ limit: 1 })).rows[0]?.id ?? '';
    papers[deal] = after;
    if (now !== last) done.push({ actId: now, deal, aspect, before: paper });
    return undefined;
  }
  const inUse = !paper.isDeleted;
  switch (what) {
    case 'move':
      return act(inUse && isOpen, () => client.deal.move({ id, stageId }), placed(paper, { stageId, status: 'open' }, at));
    case 'win':
      return act(inUse && isOpen, () => client.deal.win({ id }), placed(paper, { stageId: paper.stageId, status: 'won' }, at));
    case 'lose':
      return act(
        inUse && isOpen,
        () => client.deal.lose({ id, reasonId: null }),
        placed(paper, { stageId: paper.stageId, status: 'lost' }, at),
      );
    case 'reopen':
      return act(
        inUse && !isOpen,
        () => client.deal.reopen({ id, ...(number % 2 === 0 && { stageId }) }),
        placed(paper, { stageId: number % 2 === 0 ? stageId : paper.stageId, status: 'open' }, at),
      );
    case 'delete':
      return act(inUse, () => client.deal.delete({ id }), { ...paper, isDeleted: true });
    case 'restore':
      return act(!inUse, () => client.deal.restore({ id }), { ...paper, isDeleted: false });
    case 'lines': {
      const lines = Array.from({ length: number % 4 }, (_, index) => [number * (index + 1), (number % 7) / 2] as const);
      const input = lines.map(([unitPrice, pieces]) => ({ unitPrice, pieces, name: 'Window', taxRate: 2100 }));
      return act(inUse, () => client.deal.setLines({ id, lines: input }), { ...paper, lines }, 'lines');
    }
    case 'update': {
      const changes = {
        estimate: number,
        ownProbability: number % 3 === 0 ? null : number % 101,
        expectedClose: months[number % 4] ?? null,
      };
      return act(inUse, () => client.deal.update({ id, ...changes }), { ...paper, ...changes });
    }
    default:
      return undo({ client, papers }, done, number);
  }
}

/** Undoes what was done last to some deal, which may be an undo. */
async function undo({ client, papers }: Pick<Shop, 'client' | 'papers'>, done: Done[], number: number) {
  const last = done.filter((one) => done.findLast(({ deal, aspect }) => deal === one.deal && aspect === one.aspect) === one);
  const chosen = last[number % Math.max(1, last.length)];
  if (!chosen) return;
  const { deal, aspect, before, actId } = chosen;
  const paper = papers[deal] as OnPaper;
  const { actId: undoId } = await client.history.undo({ id: actId });
  done.splice(done.indexOf(chosen), 1);
  papers[deal] = aspect === 'lines' ? { ...paper, lines: before.lines } : { ...before, lines: paper.lines };
  done.push({ actId: undoId, deal, aspect, before: paper });
}

function amountOf({ lines, estimate }: OnPaper): number {
  if (lines.length === 0) return estimate;
  const rest = { width: null, height: null, unit: 'piece', discount: 0, taxRate: 2100 } as const;
  return lines.reduce((sum, [unitPrice, pieces]) => sum + lineAmounts({ ...rest, unitPrice, pieces }, true).gross, 0);
}

/** Counts and sums as somebody with a pocket calculator gets them. */
function countOnPaper({ papers, pipeline }: Shop, which: (paper: OnPaper) => boolean) {
  const fitting = papers.flatMap((paper, index) => (which(paper) ? [{ paper, currency: index === 3 ? 'USD' : 'EUR' }] : []));
  const sums = ['EUR', 'USD'].flatMap((currency) => {
    const own = fitting.filter((one) => one.currency === currency).map(({ paper }) => paper);
    const weights = own.map((paper) => {
      if (paper.status !== 'open') return paper.status === 'won' ? 100 * amountOf(paper) : 0;
      const probability = paper.ownProbability ?? pipeline.stages.find(({ id }) => id === paper.stageId)?.probability ?? 0;
      return amountOf(paper) * probability;
    });
    const amount = own.reduce((sum, paper) => sum + amountOf(paper), 0);
    const weighted = Math.round(weights.reduce((sum, one) => sum + one, 0) / 100);
    return own.length === 0 ? [] : [{ currency, amount, weighted }];
  });
  return { count: fitting.length, sums: expect.toSatisfy((given: unknown) => sameSums(given, sums)) as unknown };
}

function sameSums(given: unknown, sums: readonly { readonly currency: string }[]): boolean {
  const sorted = (given as { currency: string }[]).toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
  return JSON.stringify(sorted) === JSON.stringify(sums);
}

async function compare(shop: Shop) {
  const { client, core, papers, pipeline } = shop;
  const { db } = core.store;
  for (const paper of papers) {
    const visits = await client.deal.stages({ id: paper.id });
    expect(visits.map(({ stageId, status, enteredAt, leftAt }) => ({ stageId, status, enteredAt, leftAt }))).toEqual(
      paper.visits,
    );
    const deal = findDeal(db, paper.id);
    expect(deal).toMatchObject({ stageId: paper.stageId, status: paper.status, amount: amountOf(paper) });
    // The same as the history of acts tells.
    if (deal) expect(visitsByHistory(db, deal, '')).toEqual(visitsOf(db, paper.id));
  }
  const open = (paper: OnPaper) => !paper.isDeleted && paper.status === 'open';
  const { columns } = await client.deal.board({ pipelineId: pipeline.id });
  for (const { stage, rows, ...sums } of columns) {
    expect(sums).toEqual(countOnPaper(shop, (paper) => open(paper) && paper.stageId === stage.id));
    expect(rows).toHaveLength(sums.count);
  }
  const { months: expected } = await client.deal.forecast({});
  for (const month of [null, '2026-11', '2026-12', '2027-01']) {
    const wanted = countOnPaper(shop, (paper) => open(paper) && (paper.expectedClose?.slice(0, 7) ?? null) === month);
    const { month: _month, ...given } = expected.find((one) => one.month === month) ?? { month, count: 0, sums: [] };
    expect(given).toEqual(wanted);
  }
  const { rows: _rows, total: _total, ...all } = await client.deal.list({});
  expect(all).toEqual(countOnPaper(shop, (paper) => !paper.isDeleted));
}

describe('deals', () => {
  it('are lost nowhere, whatever is done to them and undone again', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const shop = await openShop();
        const done: Done[] = [];
        for (const one of steps) {
          await take(shop, done, one);
          await compare(shop);
        }
        expect(checkDatabase(shop.core.store.connection).faults).toEqual([]);
        await shop.core.close();
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
