import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import type { OwnBranch } from '#core/records/own-branch.ts';

/** What this copy keeps of itself and of head office. Each is JSON under its key; all are missing in a shop that is alone. */
export interface SyncState {
  readonly own: OwnBranch;
  /** Who this copy is to head office: ids and keys (base64url). */
  readonly identity: Identity;
  /** The line of batches this copy is on, and the last one head office said it has. */
  readonly line: Line;
  /** Which life of head office's data the cursor counts in, and up to where it was pulled. */
  readonly cursor: { readonly epoch: string | null; readonly position: number };
  /** Head office's clock minus this computer's, milliseconds. */
  readonly clockOffset: number;
  readonly last: LastSync;
  readonly options: SyncOptions;
  /** Keys made to join with a code, kept until head office has answered: the same question asked again gets the same answer. */
  readonly joining: { readonly codeId: string; readonly keys: unknown };
  /** The nameless owner of an empty copy, until people come from head office. */
  readonly starter: { readonly userId: string };
  /** The program that exchanges changes now, of those open on this data, and until when that is so. */
  readonly lock: {
    readonly holder: string;
    readonly until: number;
    /** Who took it, where that is known. */
    readonly program?: { readonly computer: string; readonly pid: number };
  };
  readonly bundles: BundleState;
  /** At head office: how far every branch was heard. */
  readonly branchContacts: readonly BranchContact[];
  /** Of the computer on which head office answers: whether it starts with the program. */
  readonly hub: { readonly port: number; readonly isOn: boolean };
  /** The program, by its version and its database's, that showed last what waited for a newer one. */
  readonly shownBy: string;
  /** What is to be cleaned since records were forgotten. */
  readonly forgotten: Forgotten;
}

/** Up to when what a branch did is known here. */
export interface BranchContact {
  readonly branchId: string;
  readonly heardAt: number | null;
  /** Changes that waited there, as it said last. */
  readonly waiting: number;
}

/** Files made, counted by receiver, the last one taken in, and what opens the answers to those that asked something. */
export interface BundleState {
  readonly made: Readonly<Record<string, number>>;
  readonly taken: number;
  readonly answerKeys: Readonly<Record<string, string>>;
}

/** What is to be cleaned since records were forgotten. */
export interface Forgotten {
  /** Hashes of files they named. */
  readonly files: readonly string[];
  /** The last batch that may hold some of them; cleaning waits until head office has it. */
  readonly batch: number;
  /** When they were forgotten last, UTC milliseconds; older programs didn't say. */
  readonly at?: number;
  /** Whether some were erased for good: requests taken in from files go too, which are the shop's own otherwise. */
  readonly isErased?: boolean;
}

export interface Identity {
  readonly companyId: string;
  readonly companyName: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly keys: unknown;
  readonly officeKeys: unknown;
}

export interface Line {
  readonly incarnation: string;
  readonly counter: number;
  readonly hash: string;
}

export interface LastSync {
  /** When this copy and head office were last the same, UTC milliseconds; null when never. */
  readonly equalAt: number | null;
  /** When head office was last heard of, by any carrier. */
  readonly heardAt: number | null;
  /** Why the last try failed; null when it didn't. */
  readonly trouble: string | null;
}

export interface SyncOptions {
  /** Where head office answers, "http://192.168.1.10:4900"; several are tried in turn. Empty: by files only. */
  readonly addresses: readonly string[];
  readonly automatic: boolean;
  readonly intervalSeconds: number;
}

export function readSyncState<Key extends keyof SyncState>(db: ReadDb, key: Key): SyncState[Key] | null {
  const value = db.readColumn<[string], string>('SELECT value FROM sync_state WHERE key = ?').get(key);
  return value === undefined ? null : (JSON.parse(value) as SyncState[Key]);
}

export function writeSyncState<Key extends keyof SyncState>(tx: WriteTx, key: Key, value: SyncState[Key]) {
  tx.write('INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
    key,
    JSON.stringify(value),
  );
}
