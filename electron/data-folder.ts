import { resolve } from 'node:path';
import { defaultDataDirectory } from '#core/host/data-directory.ts';

const FLAG = '--data=';

/** The data folder named on the command line, or the usual one. */
export function dataFolderOf(args: readonly string[]): string {
  const named = args.find((arg) => arg.startsWith(FLAG) && arg.length > FLAG.length);
  return named === undefined ? defaultDataDirectory() : resolve(named.slice(FLAG.length));
}
