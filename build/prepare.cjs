/**
 * Runs before npm scripts, under whatever Node the machine has (18 or later), and makes ready what the script needs.
 * Says everything on stderr: the standard output belongs to the script that follows.
 */
const { say } = require('./prepare/say.cjs');
const { ensurePackages } = require('./prepare/packages.cjs');
const { ensureRenderer } = require('./prepare/renderer.cjs');
const { ensureChromium } = require('./prepare/chromium.cjs');
const { ensurePostgres } = require('./prepare/postgres.cjs');

const STEPS = {
  start: [ensurePackages, ensureRenderer],
  test: [ensurePackages, ensureRenderer, ensureChromium, ensurePostgres],
  check: [ensurePackages],
  bench: [ensurePackages, ensurePostgres],
  simulate: [ensurePackages],
  cartera: [ensurePackages],
  office: [ensurePackages],
};

async function prepare(purpose) {
  const steps = STEPS[purpose];
  if (steps === undefined) {
    throw new Error(`prepare.cjs takes one of: ${Object.keys(STEPS).join(', ')}.`);
  }
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Error(`Cartera needs Node 18 or later to start from; this one is ${process.versions.node}.`);
  }
  for (const step of steps) {
    await step();
  }
}

prepare(process.argv[2]).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
