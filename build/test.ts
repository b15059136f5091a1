import { mkdirSync, rmSync } from 'node:fs';
import { printCheck, runChecks } from '#build/check/run-checks.ts';
import { runNode } from '#build/run-program.ts';
import { addUp, countPlaywright, countVitest, type Tally } from '#build/test-report/tally.ts';
import { readReport } from '#build/test-report/read-report.ts';

const FOLDER = '.cache/test-report';
const VITEST_REPORT = `${FOLDER}/vitest.json`;
const PLAYWRIGHT_REPORT = `${FOLDER}/playwright.json`;

/** Static checks count like tests: one each, so that the last line can't say "0 failed" while one of them did. */
async function check(): Promise<Tally> {
  const results = await runChecks({ withMessages: false, onResult: printCheck });
  const failed = results.filter((result) => result.code !== 0).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

async function runUnitTests(): Promise<Tally> {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const { code } = await runNode({ args: ['node_modules/vitest/vitest.mjs', 'run', ...reporters], show: true });
  return countVitest(readReport(VITEST_REPORT), code);
}

async function runEndToEndTests(): Promise<Tally> {
  const { code } = await runNode({
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests'],
    environment: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    show: true,
  });
  return countPlaywright(readReport(PLAYWRIGHT_REPORT), code);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const { passed, failed, skipped } = addUp([await check(), await runUnitTests(), await runEndToEndTests()]);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
