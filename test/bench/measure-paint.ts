import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Pipeline } from '#shared/pipeline/contract.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { spreadOf } from '#test/bench/measure.ts';
import { timePaint, timeStatic, withWindow } from '#test/bench/open-browser.ts';
import { stagesOfBoard } from '#test/bench/sales-base.ts';
import { spawnHost } from '#test/bench/spawn-host.ts';
import type { SpawnedHost } from '#test/bench/spawn-host.ts';

const rounds = 6;
const cardsOfColumn = 30;
const scrolledTo = 300;
const anyCard = '[data-deal]';
const stillLoading = '.mantine-Skeleton-root';

/**
 * How long a person waits in the window itself: from click or key until the answer has been painted.
 * @param rendererDirectory the built page
 */
export async function measurePaint(base: string, rendererDirectory: string): Promise<readonly Figure[]> {
  if (!existsSync(join(rendererDirectory, 'index.html'))) return skip('the page is not built (npm run build)');
  const host = await spawnHost(base, rendererDirectory);
  try {
    const figures = await withWindow((page) => measureWindow(page, host));
    return figures ?? skip('no Chromium was found');
  } finally {
    await host.stop();
  }
}

function skip(reason: string): readonly Figure[] {
  process.stderr.write(`Skipped painting: ${reason}.\n`);
  return [];
}

async function measureWindow(page: Page, { client, url }: SpawnedHost): Promise<readonly Figure[]> {
  await client.settings.update({ firstRunDone: true, ownerName: 'Ana', shopName: 'Ana', language: 'en', theme: 'light' });
  const pipelines = await client.pipeline.list();
  const pipeline = pipelines.find(({ stages }) => stages.length === stagesOfBoard);
  if (!pipeline) throw new Error('the base has no board');
  await page.goto(url);
  return [
    await measureOpening(page, pipeline),
    await measureScrolling(page, pipeline),
    await measureMoving(page, pipeline),
    await measureFilter(page, 'a'),
    await measureFilter(page, 'mar'),
    await measureDealCard(page),
    await measureDay(page),
  ];
}

/** Nothing read before is kept: the page is loaded anew somewhere else first. */
async function startElsewhere(page: Page): Promise<void> {
  await page.goto(new URL('/products', page.url()).href);
  await page.waitForSelector('main h1');
  await rest(page);
}

async function openBoard(page: Page): Promise<void> {
  await page.goto(new URL('/deals', page.url()).href);
  await page.waitForSelector(anyCard);
  await rest(page);
}

/** Until what was set off before is over: no other sign tells, for a window listens for news without end. */
function rest(page: Page): Promise<void> {
  return page.waitForTimeout(900);
}

/** Answers of as many rounds. */
async function repeat(measure: (round: number) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure(round));
  return times;
}

async function measureOpening(page: Page, { stages }: Pipeline): Promise<Figure> {
  const cards = stages.length * cardsOfColumn;
  const ours = await repeat(async () => {
    await startElsewhere(page);
    return timePaint(page, { selector: anyCard, atLeast: cards }, () => page.click('a[href="/deals"]'));
  });
  const html = await page.locator('body').innerHTML();
  const ceiling = await repeat(() => timeStatic(page, html));
  return toFigure(`Painted: the board with ${cards} cards, from another page`, {
    ours: spreadOf(ours),
    ceiling: spreadOf(ceiling),
    goal: { atMost: 1000 },
  });
}

/** Scrolled as fast as cards come. */
async function measureScrolling(page: Page, { stages }: Pipeline): Promise<Figure> {
  const list = `[data-column="${stages[0]?.id}"]`;
  const ours: number[] = [];
  let html = '';
  for (let round = 0; round < rounds / 3; round += 1) {
    await openBoard(page);
    const wanted = { selector: `${list} ${anyCard}`, atLeast: scrolledTo };
    ours.push(await timePaint(page, wanted, () => page.evaluate(scrollOn, { list, wanted })));
    html = await page.locator('body').innerHTML();
  }
  const ceiling = await repeat(() => timeStatic(page, html));
  return toFigure(`Painted: a column scrolled to its ${scrolledTo}th card`, {
    ours: spreadOf(ours),
    ceiling: spreadOf(ceiling),
  });
}

interface Scrolling {
  readonly list: string;
  readonly wanted: { readonly selector: string; readonly atLeast: number };
}

/** Runs in the page. */
async function scrollOn({ list, wanted: { selector, atLeast } }: Scrolling): Promise<void> {
  const column = document.querySelector(list);
  while (column !== null && document.querySelectorAll(selector).length < atLeast) {
    column.scrollTop = column.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function measureMoving(page: Page, { stages }: Pipeline): Promise<Figure> {
  await openBoard(page);
  const [from, to] = stages;
  const ours = await repeat(async () => {
    const card = page.locator(`[data-column="${from?.id}"] ${anyCard}`).first();
    const id = await card.getAttribute('data-deal');
    await card.locator('[data-card]').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: to?.name ?? '', exact: true }).focus();
    const selector = `[data-column="${to?.id}"] [data-deal="${id}"]`;
    const time = await timePaint(page, { selector }, () => page.keyboard.press('Enter'));
    // The next one waits until this one is saved and read again.
    await rest(page);
    return time;
  });
  return toFigure('Painted: a card moved by the keyboard', { ours: spreadOf(ours), goal: { atMost: 100 } });
}

async function measureFilter(page: Page, text: string): Promise<Figure> {
  await openBoard(page);
  const field = page.locator('main input[type="search"]').first();
  const ours = await repeat(async () => {
    await field.fill(text.slice(0, -1));
    await rest(page);
    await field.press('End');
    const painted = { selector: `[aria-busy="false"] ${anyCard}`, isChanged: true };
    const time = await timePaint(page, painted, () => page.keyboard.press(text.slice(-1)));
    await field.fill('');
    await rest(page);
    return time;
  });
  return toFigure(`Painted: the board filtered by "${text}", from its last key`, { ours: spreadOf(ours) });
}

async function measureDealCard(page: Page): Promise<Figure> {
  await openBoard(page);
  const ours = await repeat(async (round) => {
    await page.waitForSelector(anyCard);
    await rest(page);
    const link = page.locator('[data-card]').nth(round);
    const time = await timePaint(page, { selector: 'article h2', atLeast: 4, without: stillLoading }, () => link.click());
    await page.goBack();
    return time;
  });
  return toFigure('Painted: a deal, from the board', { ours: spreadOf(ours), goal: { atMost: 500 } });
}

async function measureDay(page: Page): Promise<Figure> {
  const ours = await repeat(async () => {
    await startElsewhere(page);
    return timePaint(page, { selector: 'main li', without: stillLoading }, () => page.click('a[href="/day"]'));
  });
  const tasks = await page.locator('main li').count();
  return toFigure(`Painted: my day with ${tasks.toLocaleString('en')} tasks on it, from another page`, { ours: spreadOf(ours) });
}
