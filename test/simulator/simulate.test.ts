import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const seeds = 2000;
const program = fileURLToPath(new URL('./run.ts', import.meta.url));

/** Runs seeds in a process of their own. @returns what it said, empty when all went well */
function runSeeds(from: number, count: number): Promise<string> {
  const child = spawn(process.execPath, [program, '--seeds', String(count), '--from', String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-20_000)));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0 ? '' : said)));
}

describe('copies and head office', () => {
  it('lose nothing and end the same, whatever happens, in two thousand histories', async () => {
    const processes = Math.min(2, availableParallelism());
    const share = seeds / processes;
    const said = await Promise.all(Array.from({ length: processes }, (_, index) => runSeeds(1 + index * share, share)));
    expect(said.join('\n').trim()).toBe('');
  }, 1_200_000);
});
