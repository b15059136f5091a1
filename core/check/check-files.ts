import { createHash } from 'node:crypto';
import type { Fault } from '#core/check/fault.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { heldFiles } from '#core/file/held-files.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';

/** Reads through every file kept, attached or a template, and compares it with its hash. */
export async function checkFiles(
  db: ReadDb,
  files: FileStore,
): Promise<{ readonly faults: readonly Fault[]; readonly files: number }> {
  const faults: Fault[] = [];
  const rows = heldFiles(db);
  const isOnItsWay = readOwnBranch(db) !== null;
  const states = new Map<string, 'fine' | 'fileMissing' | 'fileDamaged'>();
  for (const { id, name, hash } of rows) {
    const state = states.get(hash) ?? (await stateOf(files, hash));
    states.set(hash, state);
    // From head office it comes by and by.
    if (state === 'fileMissing' && isOnItsWay) continue;
    if (state !== 'fine') faults.push({ code: state, id, name });
  }
  return { faults, files: rows.length };
}

async function stateOf(files: FileStore, hash: string): Promise<'fine' | 'fileMissing' | 'fileDamaged'> {
  if (!(await files.has(hash))) return 'fileMissing';
  const digest = createHash('sha256');
  try {
    for await (const piece of files.readAll(hash)) digest.update(piece);
  } catch {
    return 'fileDamaged';
  }
  return digest.digest('hex') === hash ? 'fine' : 'fileDamaged';
}
