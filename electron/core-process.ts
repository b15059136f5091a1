import { openPortHost, type PortHost } from '#core/host/serve-port.ts';
import { isStartFault } from '#shared/desktop/start-fault.ts';
import { createCoreKeychain } from './core-keychain.ts';
import type { CoreKeychainQuestion, CoreMessage, CoreReport } from './channels.ts';

/** The core's own process: each page that main announces brings a port, on which its calls are answered. */
const keychain = createCoreKeychain((id, question) => report({ type: 'keychain', id, question }));
const host = openHost(process.argv[2] ?? '');

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as CoreMessage;
  const port = ports[0];
  if (message.type === 'stop') {
    void stop();
  } else if (message.type === 'keychain') {
    keychain.answered(message.id, message.answer);
  } else if (port !== undefined) {
    host?.serve(port);
    port.start();
  }
});

/** With data that can't be used the process stays, idle, until main has told the person and stops it: an exit would restart it. */
function openHost(dataDirectory: string): PortHost | undefined {
  try {
    const opened = openPortHost(dataDirectory, {
      keychain,
      // Read only where this computer is head office: most never are.
      startOffice: async (options) => (await import('#office/start-office-thread.ts')).startOfficeThread(options),
    });
    opened.onNotice(({ id, head, text }) => report({ type: 'notice', id, head, text }));
    opened.onStayInTray((stays) => report({ type: 'stayInTray', stays }));
    return opened;
  } catch (error) {
    if (!isStartFault(error)) {
      throw error;
    }
    report({ type: 'fault', code: error.code, path: error.path });
    return undefined;
  }
}

function report(message: CoreReport | CoreKeychainQuestion): void {
  process.parentPort.postMessage(message);
}

async function stop(): Promise<void> {
  await host?.close();
  process.exit(0);
}
