import { createRequire } from 'node:module';
import { defineConfig } from '@playwright/test';
import type { AppOptions } from '#test/e2e/app.ts';

const { findChromium } = createRequire(import.meta.url)('./build/prepare/find-chromium.cjs') as {
  findChromium: () => string | undefined;
};

/** What lets Debian's Chromium run as root, without a graphics card, and silent on the network. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = findChromium();

/** Specs are written once, against a page of the app; each project brings that page in its own shell. */
export default defineConfig<AppOptions>({
  testDir: 'test/e2e',
  outputDir: '.cache/playwright',
  globalSetup: './test/e2e/announce-desktop.ts',
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { screenshot: 'only-on-failure', trace: 'off', viewport: { width: 1280, height: 800 }, locale: 'en-GB' },
  projects: [
    {
      name: 'browser',
      use: {
        shell: 'browser',
        browserName: 'chromium',
        launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath === undefined ? {} : { executablePath }) },
      },
    },
    { name: 'desktop', use: { shell: 'desktop' } },
  ],
});
