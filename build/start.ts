import { join } from 'node:path';
import { chooseShell } from '#build/start/choose-shell.ts';
import { findElectronRuntime } from '#build/start/electron-runtime.ts';
import { parseArguments } from '#build/start/parse-arguments.ts';
import { defaultDataDirectory } from '#core/host/data-directory.ts';

const root = join(import.meta.dirname, '..');
const parsed = parseArguments(process.argv.slice(2));

if (parsed.type === 'fault') {
  process.stderr.write(`${parsed.message}\n`);
  process.exitCode = 2;
} else {
  const { headless, port } = parsed.value;
  const dataDirectory = parsed.value.dataDirectory ?? defaultDataDirectory();
  const shell = chooseShell(parsed.value, {
    platform: process.platform,
    environment: process.env,
    electron: findElectronRuntime(root),
  });
  if (shell.type === 'desktop') {
    process.stdout.write('Desktop shell: Electron and a display are there.\n');
    const { startDesktopShell } = await import('#build/start/start-desktop-shell.ts');
    process.exitCode = await startDesktopShell({ root, executable: shell.executable, dataDirectory });
  } else {
    process.stdout.write(`Browser shell: ${shell.reason}.\n`);
    const { startBrowserShell } = await import('#build/start/start-browser-shell.ts');
    process.exitCode = await startBrowserShell({ root, port, dataDirectory, openPage: !headless });
  }
}
