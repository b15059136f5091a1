import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Person } from '#shared/people/contract.ts';
import type { Language, Settings } from '#shared/settings/contract.ts';
import { expect, test as base } from '#test/e2e/app.ts';
import { connectCore } from '#test/e2e/core-client.ts';
import { faultsOfLook } from '#test/e2e/look.ts';
import { createDataDirectory } from '#test/e2e/start-app.ts';
import type { Words } from '#test/e2e/words.ts';
import { wordsIn } from '#test/e2e/words.ts';
import { people, times } from '#test/e2e/walkthrough/shop-life.ts';
import type { PersonKey } from '#test/e2e/walkthrough/shop-life.ts';
import { startClockedHost } from '#test/factories/start-clocked-host.ts';
import type { ClockedHost } from '#test/factories/start-clocked-host.ts';
import { restClient } from '#test/walkthrough/steps/rest-client.ts';
import type { RestClient } from '#test/walkthrough/steps/rest-client.ts';

export { expect } from '#test/e2e/app.ts';

/** One page on a shop whose clock, in the program and in the browser alike, stands where it is put. */
export interface Shop {
  readonly page: Page;
  readonly say: Words;
  readonly dataDirectory: string;
  /** What quotes end with. */
  readonly terms: string;
  /** A time of day as it is shown: "09:20". */
  readonly clock: (at: number) => string;
  /** A moment as whoever reads this language types it. */
  readonly typed: (at: number) => string;
  /** Leaps to a moment; what is due by then has been done by the program, and the page looks at its clock again. */
  setClock(at: number): Promise<void>;
  /** Ends the program as a power cut would, and starts it again on the same data and at the same address. */
  killAndStart(at: number): Promise<void>;
  /** Lets somebody else work in the window. */
  workAs(person: PersonKey): Promise<void>;
  /** Shows a page of the program without loading it anew. */
  goTo(path: string): Promise<void>;
  /** Speaks to the program as another one does; as a person of the shop where one is named. */
  rest(person?: PersonKey): Promise<RestClient>;
  /** No word on the screen is cut off, and nothing is wider than the window. */
  expectFits(): Promise<void>;
  /** What `cartera check` says of the data. */
  check(): Promise<unknown>;
}

interface Running {
  host: ClockedHost;
  readonly dataDirectory: string;
  now: number;
}

interface ShopFixtures {
  readonly language: Language;
  readonly running: Running;
  readonly shop: Shop;
}

const timeZone = 'Europe/Madrid';
const terms = 'La mitad por adelantado.';

const windowShop: Partial<Settings> = {
  firstRunDone: true,
  ownerName: people.owner.name,
  shopName: 'Ventanas Claras',
  country: 'ES',
  trade: 'windows',
  theme: 'light',
  timeZone,
  taxRate: 2100,
  pricesIncludeTax: false,
  quoteTerms: terms,
  seller: {
    legalName: 'Ventanas Claras SL',
    taxId: 'B12345678',
    address: 'Calle del Vidrio 1, Madrid',
    phone: '',
    email: '',
    bank: 'ES91 2100',
  },
};

const run = promisify(execFile);
const rendererDirectory = join(process.cwd(), 'dist/renderer');

export const test = base.extend<ShopFixtures>({
  language: ['es', { option: true }],
  viewport: { width: 1280, height: 720 },
  timezoneId: timeZone,
  // The test is long: what isn't there is told at once.
  actionTimeout: 15_000,

  running: async ({ shell }, use, info) => {
    info.skip(shell === 'desktop', 'skipped: the desktop shell starts a program of its own, whose clock nobody sets');
    const dataDirectory = await createDataDirectory();
    const host = await startClockedHost({ dataDirectory, at: times.opening, rendererDirectory });
    const running: Running = { host, dataDirectory, now: times.opening };
    await use(running);
    await running.host.close();
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  },

  app: async ({ running: { host, dataDirectory }, language }, use) => {
    const app = { url: host.url, dataDirectory, close: () => Promise.resolve() };
    await connectCore(app).settings.update({ ...windowShop, language });
    await use(app);
  },

  context: async ({ context }, use) => {
    await context.clock.install({ time: times.opening });
    await context.clock.setFixedTime(times.opening);
    await use(context);
  },

  shop: async ({ page, running, language }, use) => {
    const say = wordsIn(language);
    // Keys pressed before the program listens to them would be lost.
    await expect(page.getByRole('combobox', { name: say('search.label') })).toBeVisible();
    await use(openShop(page, running, language));
  },
});

function openShop(page: Page, running: Running, language: Language): Shop {
  const { dataDirectory } = running;
  const say = wordsIn(language);
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const date = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  /** Timers that would have rung meanwhile ring once, as when a computer wakes up. */
  const leap = async (at: number) => {
    await page.clock.setFixedTime(at);
    await page.clock.fastForward(at - running.now);
    running.now = at;
  };
  return {
    page,
    say,
    dataDirectory,
    terms,
    clock: (at) => clock.format(at),
    typed: (at) => `${date.format(at)} ${clock.format(at)}`,
    async setClock(at) {
      await running.host.setClock(at);
      await leap(at);
    },
    async killAndStart(at) {
      const lost = page.getByRole('alert').filter({ hasText: say('connection.lost') });
      await running.host.kill();
      await expect(lost).toBeVisible();
      running.host = await startClockedHost({ dataDirectory, at, port: running.host.port, rendererDirectory });
      await leap(at);
      await expect(lost).toBeHidden();
    },
    async workAs(person) {
      const { name } = people[person];
      await page.getByRole('button', { name: new RegExp(`^${say('people.working', { name: '' })}`) }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect(page.getByRole('button', { name: say('people.working', { name }) })).toBeVisible();
    },
    goTo: (path) => page.evaluate((to) => window.history.pushState(null, '', to), path),
    async rest(person) {
      const rest = restClient(running.host);
      if (person === undefined) return rest;
      const all = await rest.get<readonly Person[]>('/people');
      return restClient(running.host, all.find(({ name }) => name === people[person].name)?.id);
    },
    expectFits: () => expect.poll(() => faultsOfLook(page)).toEqual([]),
    async check() {
      const { stdout } = await run(process.execPath, ['core/host/cartera.ts', 'check', '--json', '--data', dataDirectory]);
      return JSON.parse(stdout);
    },
  };
}
