import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { checkData } from '#core/check/check-data.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { sampleInput, withValueAt } from '#test/api/sample-input.ts';
import { openAttackedShop } from '#test/attack/attacked-shop.ts';
import type { AttackedShop } from '#test/attack/attacked-shop.ts';
import { dice } from '#test/factories/dice.ts';

/** Streams, and whatever asks other computers or begins a company. */
const leftOut = new Set([
  'event.saved',
  'job.watch',
  'branch.useOtherHub',
  'branch.startHub',
  'sync.join',
  'sync.now',
  'demo.create',
]);
/** One in so many of the attacks is tried at each place. */
const triedOf = 3;
/** Milliseconds; whatever is asked is answered within them, with 1 MB of text too. */
const patience = 5000;

const attacks: readonly string[] = [
  "'",
  '"',
  '`',
  "' OR '1'='1",
  "'; DROP TABLE party; --",
  "x'); DELETE FROM history; --",
  '1; PRAGMA writable_schema = ON',
  "' UNION SELECT token FROM calendar_key --",
  "\\'; ATTACH '/tmp/evil.db' AS evil; --",
  '?1 :a @a $a',
  '%',
  '_%_%_',
  '\\%',
  '*',
  'a*b"c',
  '"a',
  'NEAR(a b, 5',
  'NOT',
  'a AND',
  'title : x',
  '^a - b',
  '{a b} : c',
  '+"',
  '\u0000',
  "a\u0000' OR ''='",
  '\uD800',
  'a\uDC00b',
  '\uFEFF\u202E\u2066',
  '\uFFFE\uFFFF',
  '😀'.repeat(40),
  'e\u0301'.repeat(40),
  '$.a[0]"',
  '{"$ref":"#"}',
  '__proto__',
  'custom.__proto__',
  'custom.x" = 1) --',
  'x".y',
  '../../cartera.db',
  '{client.name}{%for%}',
  '<script>alert(1)</script>',
  '\r\nX: y',
  '9'.repeat(400),
];
const megabyte = 1024 * 1024;
const long = ['x'.repeat(megabyte), '"'.repeat(megabyte), 'a '.repeat(megabyte / 2)];

type Ask = (input: unknown) => Promise<unknown>;

function askOf({ client }: AttackedShop, { path }: NamedProcedure): Ask {
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client) as Ask;
}

/** A procedure's inputs with an attack in each place for text. */
function* attackedInputs(
  { byKey, ofFeature }: AttackedShop,
  { path, procedure }: NamedProcedure,
  roll: (sides: number) => number,
) {
  const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
  if (!schema) return;
  const fill = (key: string, at: z.ZodType) => {
    if (at._zod.def.type !== 'string') return undefined;
    return key === 'id' || key === 'ids' ? ofFeature[path[0] ?? ''] : byKey[key];
  };
  const { value, leaves } = sampleInput(schema, fill, roll);
  for (const leaf of leaves.filter(({ schema: at }) => at._zod.def.type === 'string')) {
    const tried = attacks.filter(() => roll(triedOf) === 0);
    for (const attack of [...tried, long[roll(long.length)]]) yield withValueAt(value, leaf.path, attack);
  }
}

it(
  'every text that can be said to Cartera is taken or refused, whatever it is, and all fits afterwards',
  { timeout: 240_000 },
  async () => {
    const shop = await openAttackedShop();
    const { core, client } = shop;
    const tables = () =>
      core.store.db.readColumn<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").all();
    const before = tables();
    const roll = dice(5);
    const faults = new Map<string, string>();
    let asked = 0;
    for (const procedure of allProcedures().filter(({ name }) => !leftOut.has(name))) {
      const ask = askOf(shop, procedure);
      for (const input of attackedInputs(shop, procedure, roll)) {
        asked += 1;
        const begun = performance.now();
        await ask(input).catch((error: unknown) => {
          if (error instanceof ORPCError && error.status < 500) return;
          faults.set(`${procedure.name}: ${String(error)}`, (JSON.stringify(input) ?? '').slice(0, 300));
        });
        if (performance.now() - begun > patience)
          faults.set(`${procedure.name}: slow`, (JSON.stringify(input) ?? '').slice(0, 300));
      }
    }
    expect(Object.fromEntries(faults)).toEqual({});
    expect(asked).toBeGreaterThan(3000);
    expect(tables()).toEqual(before);
    expect(await checkData(core.store.connection, core.files)).toMatchObject({ faults: [] });
    for (const list of [client.deal, client.lead, client.task, client.product, client.document, client.party])
      expect((await list.list({ limit: 100 })).total).toBeGreaterThan(0);
  },
);
