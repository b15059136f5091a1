import { spawn } from 'node:child_process';
import { buildDesktop } from '#build/desktop/build-desktop.ts';

export type DesktopShellOptions = { readonly root: string; readonly executable: string; readonly dataDirectory: string };

/** Opens the desktop shell and resolves to its exit code when its last window closed. */
export async function startDesktopShell({ root, executable, dataDirectory }: DesktopShellOptions): Promise<number> {
  await buildDesktop(root);
  const child = spawn(executable, [root, `--data=${dataDirectory}`], { stdio: 'inherit' });
  process.once('SIGINT', () => child.kill('SIGINT'));
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`The desktop shell could not be opened: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 0));
  });
}
