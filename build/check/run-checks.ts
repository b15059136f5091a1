import { runNode, type ProgramResult } from '#build/run-program.ts';

export type CheckResult = ProgramResult & { readonly name: string };

type Check = { readonly name: string; readonly args: readonly string[] };

type RunChecksOptions = {
  /** Whether to run the tests of the message catalogues too; `npm test` runs them among all others. */
  readonly withMessages: boolean;
  readonly onResult: (result: CheckResult) => void;
};

const AT_ONCE = 2;

/** The slow ones first, so that the quick ones fill the gaps. */
const CHECKS: readonly Check[] = [
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'boundaries', args: ['build/check/check-boundaries.ts'] },
  { name: 'untranslated strings', args: ['build/check/check-strings.ts'] },
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
];

const MESSAGES: Check = {
  name: 'messages',
  args: ['node_modules/vitest/vitest.mjs', 'run', 'shared/messages', '--passWithNoTests'],
};

/** Runs every static check, two at a time, and reports each as it ends. */
export async function runChecks({ withMessages, onResult }: RunChecksOptions): Promise<readonly CheckResult[]> {
  const waiting = withMessages ? [...CHECKS, MESSAGES] : [...CHECKS];
  const results: CheckResult[] = [];
  const runNext = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = { name: check.name, ...(await runNode({ args: check.args })) };
      results.push(result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return results;
}

/** One line for a check that passed; everything it said for one that did not. */
export function printCheck({ name, code, output, seconds }: CheckResult): void {
  const time = `${seconds.toFixed(1)} s`;
  process.stdout.write(code === 0 ? `ok    ${name} (${time})\n` : `FAIL  ${name} (${time})\n${output.trimEnd()}\n`);
}
