import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The path of Electron's executable, or undefined when its runtime was never fetched. The package `electron` answers the same
 * question by downloading the runtime, which must not happen here: hence its files are read, not its module loaded.
 */
export function findElectronRuntime(root: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  let name = 'electron';
  try {
    name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    if (!environment['ELECTRON_OVERRIDE_DIST_PATH']) {
      return undefined;
    }
  }
  const executable = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist'), name);
  return existsSync(executable) ? executable : undefined;
}
