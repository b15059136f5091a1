import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyBase, ensureBase } from '#test/bench/base.ts';
import { withReading } from '#test/bench/base-data.ts';
import { ensureCustomerLists } from '#test/bench/customer-list.ts';
import type { Figure } from '#test/bench/figure.ts';
import { measureAutomation } from '#test/bench/measure-automation.ts';
import { measureBackup } from '#test/bench/measure-backup.ts';
import { measureDemo } from '#test/bench/measure-demo.ts';
import { measureEncryption } from '#test/bench/measure-encryption.ts';
import { measureFiles } from '#test/bench/measure-files.ts';
import { measureImport } from '#test/bench/measure-import.ts';
import { measurePaint } from '#test/bench/measure-paint.ts';
import { measureCard, measurePages } from '#test/bench/measure-reading.ts';
import { measureRights } from '#test/bench/measure-rights.ts';
import { measureSales } from '#test/bench/measure-sales.ts';
import { measureSearch } from '#test/bench/measure-search.ts';
import { measureStart } from '#test/bench/measure-start.ts';
import { ensureSalesBase } from '#test/bench/sales-base.ts';
import { describeFigures, keepFigures } from '#test/bench/report.ts';

const { values: options } = parseArgs({
  options: {
    contacts: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    page: { type: 'string', default: join(import.meta.dirname, '../../dist/renderer') },
    data: { type: 'string', default: join(import.meta.dirname, '../../node_modules/.cache/bench') },
  },
});
const contacts = Number(options.contacts ?? (options.quick ? 50_000 : 1_000_000));
const imported = Math.min(100_000, contacts / 2);
const importGoal = { atLeast: 10_000 };

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: () => measureStart(base()),
  search: () => withReading(base(), measureSearch),
  list: () => withReading(base(), measurePages),
  card: () => withReading(base(), measureCard),
  files: async () => measureFiles(await lists(), imported),
  demo: async () => measureDemo(options.data, imported),
  import: measureImports,
  sales: () => withBoardBase((base) => withReading(base, measureSales)),
  paint: () => withBoardBase((base) => measurePaint(base, options.page)),
  rights: () => measureRights({ parties: imported, deals: options.quick ? 5000 : 20_000 }),
  backup: () => measureBackup(base()),
  encryption: () => measureEncryption(base(), options.quick ? 5000 : 20_000),
  automation: async () => measureAutomation({ rules: 1000, events: options.quick ? 2000 : 10_000 }),
};

function base(): string {
  return ensureBase(options.data, contacts);
}

function lists() {
  return ensureCustomerLists(options.data, imported);
}

/** In a copy: cards are dragged. */
async function withBoardBase(measure: (base: string) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const deals = options.quick ? 20_000 : 100_000;
  const copy = copyBase(ensureSalesBase(ensureBase(options.data, imported), deals), 'dragged');
  try {
    return await measure(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function measureImports(): Promise<readonly Figure[]> {
  const { csv, xlsx } = await lists();
  const ontoSmall = { base: ensureBase(options.data, imported), rows: imported, goal: importGoal };
  const of = (count: number) => `${count.toLocaleString('en')}`;
  return [
    ...(await measureImport({ ...ontoSmall, name: `csv, ${of(imported)} rows onto ${of(imported)}`, path: csv })),
    ...(await measureImport({ ...ontoSmall, name: `xlsx, ${of(imported)} rows onto ${of(imported)}`, path: xlsx })),
    ...(await measureImport({
      name: `csv, ${of(imported)} rows onto ${of(contacts)}`,
      base: base(),
      path: csv,
      rows: imported,
      goal: {},
    })),
  ];
}

const wanted = options.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => parts[name] === undefined);
if (unknown.length > 0 || !Number.isInteger(contacts) || contacts < 1000) {
  process.stderr.write(`--only takes ${Object.keys(parts).join(', ')}; --contacts a number from 1000.\n`);
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for (const name of wanted) {
    process.stderr.write(`Measuring ${name}\n`);
    figures.push(...((await parts[name]?.()) ?? []));
  }
  const worse = keepFigures(join(options.data, `figures-${contacts}.json`), figures);
  process.stdout.write(`${describeFigures(figures)}\n`);
  process.stdout.write(worse.length === 0 ? 'Nothing got more than 25 % worse than the last time.\n' : '');
  for (const line of worse) process.stdout.write(`WORSE  ${line}\n`);
}
