import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { usualPort } from '#shared/sync/office-protocol.ts';
import type { Store } from '#core/records/store.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import { foundCompany } from '#core/sync/join.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';

/** What is needed to answer branches. */
export interface OfficeToStart {
  /** Where its data lies. */
  readonly dataDirectory: string;
  readonly port: number;
  /** What head office is called. */
  readonly name: string;
  /** What its data is encrypted with, as the shop's own; null where it isn't. */
  readonly key: string | null;
}

export interface StartedOffice {
  /** How this computer reaches it. */
  readonly address: string;
  /** Begins a company. */
  readonly adminKey: string;
  close(): Promise<void>;
}

/** Given by the program that can: the core itself knows nothing of how head office answers. */
export type StartOffice = (options: OfficeToStart) => Promise<StartedOffice>;

export interface HubStatus {
  /** Whether head office is on this computer, running or not. */
  readonly isHere: boolean;
  readonly isRunning: boolean;
  readonly port: number;
  readonly addresses: string[];
  readonly trouble: string | null;
}

export type HubStarted = { readonly type: 'started' | 'notOffice' } | { readonly type: 'refused'; readonly code: string };

/** Head office on this computer. */
export interface Hub {
  status(): HubStatus;
  start(wanted: { readonly companyName: string; readonly port: number }): Promise<HubStarted>;
  /** Makes this computer head office's first one where the program that branches talk to runs elsewhere, such as on a server. */
  useOther(other: { readonly address: string; readonly adminKey: string; readonly companyName: string }): Promise<HubStarted>;
  stop(): Promise<void>;
  /** Starts what ran when the program was closed; done when it runs, or can't. */
  resume(): Promise<void>;
  /** Whether it is being started: until then, nobody has to be asked. */
  isStarting(): boolean;
  close(): Promise<void>;
}

export interface HubOptions {
  readonly store: Store;
  readonly dataDirectory: string;
  readonly startOffice: StartOffice | undefined;
}

export function createHub({ store, dataDirectory, startOffice }: HubOptions): Hub {
  let running: StartedOffice | null = null;
  let trouble: string | null = null;
  let isStarting = false;
  let ending: Promise<void> = Promise.resolve();

  async function open(port: number, name: string): Promise<StartedOffice | null> {
    // Until it has ended, its port is taken.
    await close();
    trouble = null;
    isStarting = true;
    try {
      running =
        (await startOffice?.({ dataDirectory: join(dataDirectory, 'office'), port, name, key: store.connection.file.key })) ??
        null;
      if (running === null) trouble = 'notHere';
    } catch (error) {
      trouble = troubleOf(error);
    } finally {
      isStarting = false;
    }
    store.announce({ recordTypes: ['sync'], ids: null });
    return running;
  }

  async function close() {
    const office = running;
    running = null;
    if (office) ending = office.close();
    await ending;
  }

  async function found({
    adminKey,
    address,
    companyName,
  }: Pick<StartedOffice, 'adminKey' | 'address'> & { readonly companyName: string }) {
    const parts = { store, carrierTo: (addresses: readonly string[]) => createHttpCarrier({ addresses }) };
    return await foundCompany(parts, { adminKey, address, name: hostname() || 'PC', companyName });
  }

  return {
    async useOther(other) {
      if (readSyncState(store.db, 'own')) return { type: 'notOffice' };
      const founded = await found(other);
      if (founded.type === 'refused') return founded;
      store.announce({ recordTypes: ['sync'], ids: null });
      return { type: 'started' };
    },
    status() {
      const kept = readSyncState(store.db, 'hub');
      const port = kept?.port ?? usualPort;
      return {
        isHere: kept !== null,
        isRunning: running !== null,
        port,
        addresses: addressesOf(port),
        trouble: kept?.isOn === false ? null : trouble,
      };
    },
    async start({ companyName, port }) {
      const own = readSyncState(store.db, 'own');
      // A computer of a head office that runs elsewhere doesn't answer in its place.
      if (own && (own.branchId !== null || !readSyncState(store.db, 'hub'))) return { type: 'notOffice' };
      const office = await open(port, companyName);
      if (office === null) return { type: 'refused', code: trouble ?? 'cannotStart' };
      if (!own) {
        const founded = await found({ ...office, companyName });
        if (founded.type === 'refused') {
          await close();
          return founded;
        }
      }
      await store.keep((tx) => {
        writeSyncState(tx, 'hub', { port, isOn: true });
        const options = readSyncState(tx, 'options');
        if (options) writeSyncState(tx, 'options', { ...options, addresses: [office.address] });
      });
      store.announce({ recordTypes: ['sync'], ids: null });
      return { type: 'started' };
    },
    async stop() {
      const kept = readSyncState(store.db, 'hub');
      if (kept) await store.keep((tx) => writeSyncState(tx, 'hub', { ...kept, isOn: false }));
      await close();
      store.announce({ recordTypes: ['sync'], ids: null });
    },
    async resume() {
      const kept = readSyncState(store.db, 'hub');
      if (kept?.isOn && startOffice) await open(kept.port, readSyncState(store.db, 'identity')?.companyName ?? '');
    },
    isStarting: () => isStarting,
    close,
  };
}

/** Where other computers reach head office, as far as this one of head office's knows. */
export function officeAddresses({ db }: Pick<Store, 'db'>): readonly string[] {
  const hub = readSyncState(db, 'hub');
  // The address by which this computer reaches itself leads others to themselves.
  return hub ? addressesOf(hub.port) : (readSyncState(db, 'options')?.addresses ?? []);
}

/** Where others on the network reach a port of this computer. */
function addressesOf(port: number): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.flatMap(({ internal, family, address }) => (internal || family !== 'IPv4' ? [] : [`http://${address}:${port}`]));
}

function troubleOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  if (code === 'EADDRINUSE') return 'portTaken';
  if (code === 'EACCES') return 'portForbidden';
  return code === 'fromTheFuture' || code === 'newer' ? 'newer' : 'cannotStart';
}
