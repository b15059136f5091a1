import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

const { findChromium } = createRequire(import.meta.url)('../../build/prepare/find-chromium.cjs') as {
  findChromium: () => string | undefined;
};

/** As end-to-end tests start it: as root, without a graphics card, silent on the network. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A window of a small laptop. Lends it out and closes it; null where no browser is found. */
export async function withWindow<Result>(work: (page: Page) => Promise<Result>): Promise<Result | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
    await page.addInitScript(installStopwatch);
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** What must be on the page for something to count as painted. */
export interface Painted {
  readonly selector: string;
  /** How many of them; 1 unless told. */
  readonly atLeast?: number;
  /** What may not be there any more. */
  readonly without?: string;
  /** What the elements are must differ from when the watch was set. */
  readonly isChanged?: boolean;
}

interface Stopwatch {
  arm(painted: Painted): void;
  paintStatic(html: string): Promise<number>;
  result: Promise<number>;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/** Milliseconds from the last click or key of an act until what it leads to has been painted. */
export async function timePaint(page: Page, painted: Painted, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((wanted) => window.stopwatch.arm(wanted), painted);
  await act();
  return page.evaluate(() => window.stopwatch.result);
}

/** Milliseconds that the markup given takes to be painted, under the styles of the page and without any program. */
export function timeStatic(page: Page, html: string): Promise<number> {
  return page.evaluate((markup) => window.stopwatch.paintStatic(markup), html);
}

/** Runs in the page: holds nothing of this module. */
function installStopwatch(): void {
  let actedAt = 0;
  for (const kind of ['click', 'keydown'])
    window.addEventListener(kind, ({ timeStamp }) => (actedAt = timeStamp), { capture: true });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** A task queued in a frame runs after that frame was painted. */
  const painted = async () => {
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return performance.now();
  };
  const stateOf = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute('data-deal')).join();
  window.stopwatch = {
    result: Promise.resolve(0),
    arm({ selector, atLeast = 1, without, isChanged = false }) {
      const before = isChanged ? stateOf(selector) : null;
      const isThere = () =>
        document.querySelectorAll(selector).length >= atLeast &&
        (without === undefined || document.querySelector(without) === null) &&
        (before === null || stateOf(selector) !== before);
      actedAt = performance.now();
      const watch = async () => {
        while (!isThere()) await frame();
        return (await painted()) - actedAt;
      };
      window.stopwatch.result = watch();
    },
    async paintStatic(html) {
      document.body.replaceChildren();
      await painted();
      const startedAt = performance.now();
      document.body.innerHTML = html;
      return (await painted()) - startedAt;
    },
  };
}
