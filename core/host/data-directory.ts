import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a person's Cartera keeps its data when no folder is named: the same for every shell and for the command line. */
export function defaultDataDirectory(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') {
    return join(environment['APPDATA'] || join(homedir(), 'AppData', 'Roaming'), 'Cartera');
  }
  if (platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Cartera');
  }
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'cartera');
}
