import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Starts a program of the project in a process group of its own. */
export function startProgram(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Kills a program and all it started, as a power cut would. */
export function kill(program: ChildProcess) {
  try {
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself in the meantime.
    if ((error as { code?: unknown }).code !== 'ESRCH') throw error;
  }
}

/** Resolves to the exit code, or null when it was killed. */
export function ended(program: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => program.once('error', reject).once('exit', resolve));
}

/** Numbers from 0 to 1, spread evenly but never at the same place within their share; the same seed gives the same ones. */
export function spreadMoments(count: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (index + state / 2 ** 32) / count;
  });
}
