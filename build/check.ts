import { printCheck, runChecks } from '#build/check/run-checks.ts';

const results = await runChecks({ withMessages: true, onResult: printCheck });
const failed = results.filter((result) => result.code !== 0);
process.stdout.write(
  failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.map((result) => result.name).join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
