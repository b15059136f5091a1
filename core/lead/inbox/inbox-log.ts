import type { ReadDb } from '#core/database/connection.ts';
import type { Store } from '#core/records/store.ts';

/** What became of a file of the watched folder. */
export interface InboxFile {
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly created: number;
  readonly known: number;
  /** Rows that could not be taken in. */
  readonly problems: number;
  /** Why it could not be read: a code of `import.unreadable`; null when it could. */
  readonly failure: string | null;
}

const key = 'inboxFiles';
const keptFiles = 100;

/** The last files, the newest first. */
export function readInboxLog(db: ReadDb): InboxFile[] {
  const kept = db.readColumn<[string], string>('SELECT value FROM meta WHERE key = ?').get(key);
  return kept === undefined ? [] : (JSON.parse(kept) as InboxFile[]);
}

/** Adds files, in the order in which they were taken in. */
export function addToInboxLog({ connection }: Store, files: readonly InboxFile[]): void {
  if (files.length === 0) return;
  connection.transaction((tx) =>
    tx
      .write('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
      .run(key, JSON.stringify([...files.toReversed(), ...readInboxLog(tx)].slice(0, keptFiles))),
  );
}
