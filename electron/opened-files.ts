import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebContents } from 'electron';
import { HERE_IS_FILE, type OpenedFile } from './channels.ts';

/** Files that the system asks the app to open; they wait until a page is ready for them. */
export type OpenedFiles = {
  readonly open: (path: string | undefined) => void;
  /** Gives a page what waits, and from now on whatever is opened. */
  readonly giveTo: (page: WebContents) => void;
};

const EXTENSION = '.cartera';

/** The file of changes among the words that the app was started with, if there is one. */
export function openedPathIn(args: readonly string[], folder: string = process.cwd()): string | undefined {
  const named = args.findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(EXTENSION));
  if (named === undefined) {
    return undefined;
  }
  return /^file:/i.test(named) ? fileURLToPath(named) : resolve(folder, named);
}

export function createOpenedFiles(): OpenedFiles {
  let page: WebContents | undefined;
  let waiting: string[] = [];

  const give = async (path: string, receiver: WebContents): Promise<void> => {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) {
      return;
    }
    const file: OpenedFile = { name: basename(path), bytes };
    receiver.send(HERE_IS_FILE, file);
  };

  return {
    open: (path) => {
      if (path === undefined) {
        return;
      }
      if (page === undefined || page.isDestroyed()) {
        waiting.push(path);
      } else {
        void give(path, page);
      }
    },
    giveTo: (asking) => {
      page = asking;
      const paths = waiting;
      waiting = [];
      paths.forEach((path) => void give(path, asking));
    },
  };
}
