import { join } from 'node:path';
import { startHost } from '#core/host/start-host.ts';
import { isStartFault, startFaultText } from '#shared/desktop/start-fault.ts';
import { openBrowser } from './open-browser.ts';
import { waitForStop } from './wait-for-stop.ts';

export type BrowserShellOptions = {
  readonly root: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly openPage: boolean;
};

/** Serves the app until it is told to stop, and resolves to the exit code. */
export async function startBrowserShell({ root, port, dataDirectory, openPage }: BrowserShellOptions): Promise<number> {
  const stopAsked = waitForStop();
  let host;
  try {
    host = await startHost({
      dataDirectory,
      port,
      rendererDirectory: join(root, 'dist', 'renderer'),
      // For a computer that starts it with nobody there.
      passphrase: process.env['CARTERA_PASSPHRASE'],
      // Read only where this computer is head office: most never are.
      startOffice: async (options) => (await import('#office/start-office-thread.ts')).startOfficeThread(options),
    });
  } catch (error) {
    process.stderr.write(`${explain(error, port)}\n`);
    return 1;
  }
  process.stdout.write(`Cartera is ready at ${host.url}\n`);
  if (openPage && !(await openBrowser(host.url))) {
    process.stdout.write('No browser could be opened from here: open the link above in one. Ctrl+C ends Cartera.\n');
  }
  await stopAsked;
  await host.close();
  return 0;
}

function explain(error: unknown, port: number): string {
  if (isStartFault(error)) {
    return startFaultText(error, 'en');
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program, perhaps by a Cartera that is already open. Choose another: npm start -- --port ${port + 1}`;
  }
  if (code === 'EACCES') {
    return `Cartera may not use port ${port}, or may not write its data folder: ${error instanceof Error ? error.message : ''}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
