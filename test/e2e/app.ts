import { rm } from 'node:fs/promises';
import { test as base, _electron as electron, type Page } from '@playwright/test';
import { findElectronRuntime } from '#build/start/electron-runtime.ts';
import { createDataDirectory, startApp, type RunningApp } from './start-app.ts';
import { watchErrors } from './watch-errors.ts';

export { expect } from '@playwright/test';

export type AppOptions = {
  /** Which shell the project runs the specs in. */
  readonly shell: 'browser' | 'desktop';
};

type AppFixtures = {
  /** Gives each test an app and an empty database of its own, instead of the one that the tests of a worker share. */
  readonly freshApp: boolean;
  /** Console errors that a spec provokes on purpose. Any other fails the test, as does an uncaught error in the page. */
  readonly allowedConsoleErrors: readonly RegExp[];
  /** The app that `page` shows. */
  readonly app: RunningApp;
  readonly runtime: undefined;
};

type WorkerFixtures = AppOptions & { readonly sharedApp: () => Promise<RunningApp> };

/** `page` is the app, opened: in Chromium for the project `browser`, in Electron's window for the project `desktop`. */
export const test = base.extend<AppFixtures, WorkerFixtures>({
  shell: ['browser', { option: true, scope: 'worker' }],
  freshApp: [false, { option: true }],
  allowedConsoleErrors: [[], { option: true }],

  runtime: [
    async ({ shell }, use, info) => {
      info.skip(shell === 'desktop' && findElectronRuntime(process.cwd()) === undefined, 'skipped: no Electron runtime');
      await use(undefined);
    },
    { auto: true },
  ],

  sharedApp: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      let app: Promise<RunningApp> | undefined;
      await use(() => (app ??= startApp()));
      await (await app)?.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  app: async ({ shell, freshApp, sharedApp }, use) => {
    if (shell === 'browser' && !freshApp) {
      await use(await sharedApp());
      return;
    }
    const app = shell === 'desktop' ? await prepareDesktop() : await startApp();
    await use(app);
    await app.close();
  },

  page: async ({ shell, context, app, allowedConsoleErrors }, use) => {
    const { page, close } = shell === 'desktop' ? await openWindow(app) : { page: await context.newPage(), close: undefined };
    const errors = watchErrors(page, allowedConsoleErrors);
    if (shell === 'browser') {
      await page.goto(app.url);
    }
    await use(page);
    await close?.();
    errors.expectNone();
  },
});

/** The desktop shell starts its core itself: it only needs a folder. */
async function prepareDesktop(): Promise<RunningApp> {
  const dataDirectory = await createDataDirectory();
  return { url: 'app://cartera/', dataDirectory, close: () => rm(dataDirectory, { recursive: true, force: true }) };
}

async function openWindow({ dataDirectory }: RunningApp): Promise<{ page: Page; close: () => Promise<void> }> {
  const executablePath = findElectronRuntime(process.cwd()) ?? '';
  const shell = await electron.launch({ executablePath, args: ['.', '--no-sandbox', `--data=${dataDirectory}`] });
  return { page: await shell.firstWindow(), close: () => shell.close() };
}
