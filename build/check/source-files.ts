import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOMS = ['shared', 'wire', 'core', 'office', 'electron', 'renderer', 'migrations', 'build', 'test'];

/** Every TypeScript file of the project, as paths with forward slashes from its root. */
export function listSourceFiles(root: string, rooms: readonly string[] = ROOMS): readonly string[] {
  return rooms.flatMap((room) => filesUnder(root, room)).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

function filesUnder(root: string, folder: string): readonly string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, path) : [path];
  });
}
