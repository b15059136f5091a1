import { call, ORPCError } from '@orpc/server';
import type { AnyProcedure } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { router } from '#core/router.ts';
import { sampleInput, withValueAt } from '#test/api/sample-input.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { dice } from '#test/factories/dice.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const features = new Set([
  'call',
  'deal',
  'document',
  'lead',
  'notice',
  'payment',
  'pipeline',
  'product',
  'report',
  'task',
  'automation',
]);
const sampled = 2;
/** What of the wrong values is tried at each place of an input. */
const triedAtOnePlace = 6;

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  true,
  [],
  {},
  [null],
  { type: 'nonsense' },
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  Number.MAX_SAFE_INTEGER,
  9_000_000_000_000,
  -9_000_000_000_000,
  8_640_000_000_000_000,

  '',
  ' ',
  'word',
  'x'.repeat(20_000),
  '\u0000\u0007',
  '\uD800',
  "'; DROP TABLE deal; --",
  '<script>alert(1)</script>',
  '%',
  '"',
  '9999-12-31',
  '0000-01-01',
  '2026-02-29',
  'custom.x"y',
  '__proto__',
  'constructor',
];

async function openShop() {
  const shop = await openTestCore({ trade: 'windows', language: 'en', timeZone: 'Europe/Madrid', firstRunDone: true });
  const { client } = shop;
  const [pipeline] = await client.pipeline.list();
  const [list] = await client.product.priceLists();
  const person = await client.people.create({ name: 'Eva', role: 'seller' });
  const gone = await client.people.create({ name: 'Gone', role: 'seller' });
  await client.people.archive({ id: gone.id });
  const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
  const newDeal = async () => (await client.deal.create({ partyId, lines: [{ name: 'Window', unitPrice: 100 }] })).id;
  const [dealId, wonDeal, deletedDeal] = [await newDeal(), await newDeal(), await newDeal()];
  await client.deal.win({ id: wonDeal });
  await client.deal.delete({ id: deletedDeal });
  const { id: leadId } = await client.lead.create({ name: 'Luis' });
  const { id: taskId } = await client.task.create({ title: 'Call', type: 'call', partyId, dueAt: 0 });
  const { id: productId } = await client.product.create({ name: 'Window' });
  const { id: documentId } = await client.document.create({ kind: 'quote', dealId });
  const { id: paymentId } = await client.payment.create({ dealId, amount: 5 });
  const rule = await client.automation.create({ name: 'Won', event: { type: 'dealWon' }, actions: [{ type: 'winDeal' }] });
  const usual: Readonly<Record<string, string | undefined>> = {
    partyId,
    dealId,
    leadId,
    taskId,
    productId,
    documentId,
    basedOn: documentId,
    pipelineId: pipeline?.id,
    stageId: pipeline?.stages[0]?.id,
    priceListId: list?.id,
    ownerId: person.id,
    assigneeId: person.id,
    userId: person.id,
    from: '2026-11-20',
    to: '2026-11-27',
    day: '2026-11-20',
    date: '2026-11-20',
    paidOn: '2026-11-20',
    currency: 'EUR',
  };
  const own: Readonly<Record<string, string | undefined>> = {
    deal: dealId,
    lead: leadId,
    task: taskId,
    product: productId,
    document: documentId,
    payment: paymentId,
    automation: rule.id,
    pipeline: pipeline?.id,
  };
  const otherIds = ['none', person.id, gone.id, wonDeal, deletedDeal, partyId, dealId, leadId, taskId, productId, documentId];
  return { ...shop, usual, own, otherIds };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** Inputs of a procedure that are as they should be but at one place. */
function inputsOf(
  { usual, own, otherIds }: Shop,
  { path, procedure }: NamedProcedure,
  roll: (sides: number) => number,
): readonly unknown[] {
  const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
  if (!schema) return [];
  const fill = (key: string, at: z.ZodType) => {
    if (at._zod.def.type !== 'string') return undefined;
    return key === 'id' || key === 'ids' ? own[path[0] ?? ''] : usual[key];
  };
  return Array.from({ length: sampled }).flatMap(() => {
    const { value, leaves } = sampleInput(schema, fill, roll);
    const wrong = leaves.flatMap((leaf) => {
      const pool = /^ids?$|Ids?$/.test(String(leaf.path.at(-1))) ? [...wrongValues, ...otherIds] : wrongValues;
      const tried = Array.from({ length: triedAtOnePlace }, () => pool[roll(pool.length)]);
      return tried.map((bad) => withValueAt(value, leaf.path, bad));
    });
    return [value, ...wrong];
  });
}

function handlerOf(path: readonly string[]): AnyProcedure {
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], router) as AnyProcedure;
}

describe('a procedure of the sales part', () => {
  it.each([1, 2])(
    'answers whatever it is given, refuses with a code, and then has written nothing (%i)',
    { timeout: 120_000 },
    async (seed) => {
      const shop = await openShop();
      const { core, client } = shop;
      const roll = dice(seed);
      const context = { core, actor: core.owner(), apiAddress: null };
      const written = core.store.db.readColumn<[], number>('SELECT count(*) + (SELECT count(*) FROM act) FROM history');
      const faults = new Set<string>();
      for (const procedure of allProcedures().filter(({ path }) => features.has(path[0] ?? ''))) {
        for (const input of inputsOf(shop, procedure, roll)) {
          const before = written.get();
          await call(handlerOf(procedure.path), input, { context }).catch((error: unknown) => {
            const what = `${procedure.name} ${JSON.stringify(input)?.slice(0, 300)}`;
            if (!(error instanceof ORPCError) || error.status >= 500) faults.add(`${what}: ${String(error)}`);
            if (written.get() !== before) faults.add(`${what}: refused, but written`);
          });
        }
      }
      expect([...faults]).toEqual([]);
      // Whatever was let in can be read.
      for (const list of [client.deal, client.lead, client.task, client.product, client.document, client.notice])
        expect((await list.list({ limit: 500 })).total).toBeGreaterThanOrEqual(0);
      expect([await client.pipeline.list(), await client.automation.list(), await client.call.scripts()]).toHaveLength(3);
    },
  );
});
