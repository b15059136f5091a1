const fs = require('node:fs');
const { findChromium } = require('./find-chromium.cjs');
const { run } = require('./run.cjs');
const { say } = require('./say.cjs');

/** The fonts hold Greek and Cyrillic: without them screenshots show boxes and widths mean nothing. */
const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-noto-core'];

const BY_HAND =
  'Install it with one of: sudo apt-get install chromium | npx playwright install chromium | or name one: CARTERA_CHROMIUM=/path/to/chromium npm test';

/** Finds a Chromium for the end-to-end tests, or installs Debian's. */
async function ensureChromium() {
  if (process.env.CARTERA_CHROMIUM && findChromium() === undefined) {
    throw new Error(`CARTERA_CHROMIUM names ${process.env.CARTERA_CHROMIUM}, which is not a file.`);
  }
  if (findChromium() !== undefined) {
    return;
  }
  const asRoot = await wordsToBeRoot();
  if (!fs.existsSync('/usr/bin/apt-get') || asRoot === undefined) {
    throw new Error(`The tests need Chromium and none was found. ${BY_HAND}`);
  }
  say("Installing Debian's Chromium for the tests...");
  await apt(asRoot, ['update', '-q']);
  const { code } = await apt(asRoot, ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES]);
  if (code !== 0 || findChromium() === undefined) {
    throw new Error(`Chromium could not be installed; apt's own message is above. ${BY_HAND}`);
  }
}

/** The words to put before a command so that root runs it, or undefined when this person can't without a password. */
async function wordsToBeRoot() {
  if (process.getuid !== undefined && process.getuid() === 0) {
    return [];
  }
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}

function apt(asRoot, args) {
  const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
  return run(command[0], command.slice(1));
}

module.exports = { ensureChromium };
