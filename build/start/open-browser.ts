import { spawn } from 'node:child_process';
import { hasDisplay } from './choose-shell.ts';

/** Some openers end at once, some stay as long as the browser does: past this time it is taken to be open. */
const OPENER_MAY_TAKE_MS = 3000;

/** Asks the system to open a link in the person's browser. Answers whether there was one to ask. */
export function openBrowser(url: string): Promise<boolean> {
  const [command, args] = openerOf(process.platform, url);
  if (!hasDisplay(process.platform, process.env)) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    setTimeout(() => resolve(true), OPENER_MAY_TAKE_MS).unref();
    child.unref();
  });
}

function openerOf(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  if (platform === 'win32') {
    return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  }
  return [platform === 'darwin' ? 'open' : 'xdg-open', [url]];
}
