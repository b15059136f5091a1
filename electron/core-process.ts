import { openPortHost } from '#core/host/serve-port.ts';
import type { CoreMessage } from './channels.ts';

/** The core's own process: each page that main announces brings a port, on which its calls are answered. */
const host = openPortHost(process.argv[2] ?? '');

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as CoreMessage;
  const port = ports[0];
  if (message.type === 'stop') void host.close().finally(() => process.exit(0));
  else if (port !== undefined) {
    host.serve(port);
    port.start();
  }
});
