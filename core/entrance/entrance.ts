import { finishRestore } from '#core/backup/finish-restore.ts';
import { openCore } from '#core/core.ts';
import type { Core, CoreOptions } from '#core/core.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import type { EntranceState, entranceWork } from '#shared/entrance/contract.ts';

export type EntranceWork = (typeof entranceWork)[number];

export interface EntranceOptions extends Omit<CoreOptions, 'key'> {
  readonly dataDirectory: string;
}

/** What runs while the data is open; gives back how to stop, awaited before it is closed. */
export type Service = (core: Core) => Stop | Promise<Stop>;
type Stop = () => Promise<void> | void;

/** Stands before the data: opens it when it can be opened, says why when it can't, and closes it for what needs it closed. */
export interface Entrance {
  readonly dataDirectory: string;
  state(): EntranceState;
  /** The data, while it is open. */
  core(): Core | null;
  /** Starts a service whenever the data is opened, and now where it is open: done when it has started. */
  whenOpen(service: Service): Promise<void>;
  /** Looks again whether it can be opened. */
  retry(): Promise<EntranceState>;
  /** Closes the data, has `work` done on its folder while nobody else touches it, and opens it again whatever came of it. */
  whileClosed<Result>(work: EntranceWork, perform: (report: Report) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Tells how far work is; `total` null until it is known. */
export type Report = (progress: { readonly done: number; readonly total: number | null }) => void;

/** A plain shop is open when this returns. */
export function createEntrance({ dataDirectory, ...options }: EntranceOptions): Entrance {
  const services = new Set<Service>();
  let running: (Stop | Promise<Stop>)[] = [];
  let core: Core | null = null;
  let state: EntranceState = { type: 'working', work: 'opening', done: 0, total: null };

  function open() {
    try {
      finishRestore(dataDirectory);
      core = openCore(dataDirectory, { ...options, whileClosed });
      const opened = core;
      running = [...services].map((service) => service(opened));
      state = { type: 'open' };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      state = { type: error.code, path: error.path };
    }
  }
  async function shut() {
    const closing = core;
    core = null;
    for (const started of running.splice(0)) await (await started)();
    await closing?.close();
  }

  async function whileClosed<Result>(work: EntranceWork, perform: (report: Report) => Promise<Result>): Promise<Result> {
    const show: Report = (progress) => (state = { type: 'working', work, ...progress });
    show({ done: 0, total: null });
    await shut();
    try {
      return await perform(show);
    } finally {
      open();
    }
  }

  open();
  return {
    dataDirectory,
    state: () => state,
    core: () => core,
    async whenOpen(service) {
      services.add(service);
      if (!core) return;
      const started = service(core);
      running.push(started);
      await started;
    },
    async retry() {
      if (core === null && state.type !== 'working') open();
      return state;
    },
    whileClosed,
    close: shut,
  };
}
