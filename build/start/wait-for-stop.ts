import { once } from 'node:events';

const LOOK_EVERY_MS = 300;

/**
 * Resolves when the person ends the program: Ctrl+C, a signal, or the end of the npm that started it. npm passes a signal on to
 * the shell between them, which dies of it without a word to us: then we have another parent.
 */
export async function waitForStop(parentOf: () => number = () => process.ppid): Promise<void> {
  const parent = parentOf();
  const orphaned = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (parentOf() !== parent) {
        clearInterval(timer);
        resolve();
      }
    }, LOOK_EVERY_MS);
    timer.unref();
  });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), ...(isUnderNpm() ? [orphaned] : [])]);
}

function isUnderNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined;
}
