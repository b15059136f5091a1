import { startHost } from '#core/host/start-host.ts';
import { startOfficeThread } from '#office/start-office-thread.ts';

/** What a served shop says when it answers. */
export interface Serving {
  readonly url: string;
  /** Milliseconds of computing since the program began. */
  readonly computed: number;
}

// As the browser shell runs it: with head office in a thread, where this computer is one.
const dataDirectory = process.argv[2] ?? '';
const { url } = await startHost({ dataDirectory, port: 0, rendererDirectory: dataDirectory, startOffice: startOfficeThread });
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ url, computed: (user + system) / 1000 } satisfies Serving)}\n`);
