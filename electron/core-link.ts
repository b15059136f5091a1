import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { HERE_IS_PORT, type CoreKeychainQuestion, type CoreMessage, type CoreReport } from './channels.ts';
import { askKeychain } from './os-keychain.ts';

export type CoreLink = {
  /** Gives a page its line to the core, now or as soon as the core runs, and a new one whenever the core had to be restarted. */
  readonly connect: (page: WebContents) => void;
  /** Lets the core end its work, and ends it after a while if it doesn't. */
  readonly stop: () => Promise<void>;
};

export type CoreLinkOptions = {
  /** The built script of the core's process. */
  readonly script: string;
  readonly dataDirectory: string;
  /** Called with what the core's process tells: data that can't be used, a notice... */
  readonly onReport: (report: CoreReport) => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A core that ran this long was well: the next failure is a new one. */
const WELL_AFTER_MS = 60_000;
const STOP_MAY_TAKE_MS = 5000;

/** Runs the core in a process of its own, so that no query ever freezes a window, and restarts it whenever it dies. */
export function startCore({ script, dataDirectory, onReport }: CoreLinkOptions): CoreLink {
  const pages = new Set<WebContents>();
  let core: UtilityProcess | undefined;
  let running = false;
  let stopping = false;
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;

  const handPort = (page: WebContents): void => {
    const { port1, port2 } = new MessageChannelMain();
    tell(core, { type: 'page' }, [port1]);
    page.postMessage(HERE_IS_PORT, null, [port2]);
  };

  const fork = (): void => {
    const started = Date.now();
    core = utilityProcess.fork(script, [dataDirectory], { serviceName: 'Cartera core', stdio: 'inherit' });
    core.once('spawn', () => {
      running = true;
      pages.forEach(handPort);
    });
    const asked = core;
    core.on('message', (message: CoreReport | CoreKeychainQuestion) => {
      if (message.type === 'keychain') {
        void askKeychain(message.question).then((answer) => tell(asked, { type: 'keychain', id: message.id, answer }));
      } else {
        onReport(message);
      }
    });
    core.once('exit', () => {
      running = false;
      core = undefined;
      failures = Date.now() - started > WELL_AFTER_MS ? 0 : failures;
      if (!stopping) {
        restart = setTimeout(fork, pauseAfter(failures));
        failures += 1;
      }
    });
  };

  fork();
  return {
    connect: (page) => {
      if (!pages.has(page)) {
        pages.add(page);
        page.once('destroyed', () => pages.delete(page));
      }
      if (running) {
        handPort(page);
      }
    },
    stop: () => {
      stopping = true;
      clearTimeout(restart);
      return core === undefined ? Promise.resolve() : stopProcess(core);
    },
  };
}

/** Doubles with each failure in a row, so that a core that can't start doesn't keep the machine busy. */
export function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
}

function stopProcess(core: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const kill = setTimeout(() => core.kill(), STOP_MAY_TAKE_MS);
    core.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    tell(core, { type: 'stop' });
  });
}

function tell(core: UtilityProcess | undefined, message: CoreMessage, ports: Electron.MessagePortMain[] = []): void {
  core?.postMessage(message, ports);
}
