import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databasePath, DatabaseError } from '#core/database/open-database.ts';
import { lockFolder } from '#core/host/folder-lock.ts';
import type { FolderLock } from '#core/host/folder-lock.ts';
import { findUnsafeFolder } from '#core/host/unsafe-folder.ts';

/** Data isn't safe where it is; `by` says what makes it so. */
export class UnsafePlace extends DatabaseError {
  readonly by: string;
  constructor(type: 'inCloudFolder' | 'onNetwork', dataDirectory: string, by: string) {
    super(type, databasePath(dataDirectory));
    this.by = by;
  }
}

/**
 * Takes a data folder for a host, if it is safe to work in.
 * @throws {UnsafePlace} unless the owner said that it may be opened anyway; {OpenElsewhere}
 */
export function guardFolder(dataDirectory: string): FolderLock {
  mkdirSync(dataDirectory, { recursive: true });
  const unsafe = existsSync(consentPath(dataDirectory)) ? null : findUnsafeFolder(dataDirectory);
  if (unsafe) throw new UnsafePlace(unsafe.type, dataDirectory, unsafe.by);
  return lockFolder(dataDirectory);
}

/** Has a folder opened from now on whatever it is kept by: whoever said so was told what may happen. */
export function openAnyway(dataDirectory: string) {
  writeFileSync(consentPath(dataDirectory), '');
}

function consentPath(dataDirectory: string): string {
  return join(dataDirectory, 'open-anyway');
}
