import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** Files of databases, open to be read byte by byte. */
export interface HeldFiles {
  /** @returns a descriptor, for any thread; null where there is no such file */
  open(path: string): number | null;
  close(): void;
}

/**
 * Keeps files open until the end. On Linux and macOS, closing a file takes away the locks that every connection of this process has on it,
 * as if nobody had the database open: so none is closed while the data is open.
 */
export function holdFiles(): HeldFiles {
  const held = new Map<string, number>();
  return {
    open(path) {
      const info = statSync(path, { throwIfNoEntry: false });
      if (!info) return null;
      const before = held.get(path);
      if (before !== undefined && fstatSync(before).ino === info.ino) return before;
      // Another file has taken its place, which nobody has open any more.
      if (before !== undefined) closeSync(before);
      const descriptor = openSync(path, 'r');
      held.set(path, descriptor);
      return descriptor;
    },
    close() {
      for (const descriptor of held.values()) closeSync(descriptor);
      held.clear();
    },
  };
}
