import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, small enough to be filled. */
interface SmallDisk {
  readonly directory: string;
  /** Takes all room but so many bytes. */
  fillBut(bytes: number): void;
  makeRoom(): void;
  remove(): void;
}

/** Null where this account may make no disks. */
export function makeSmallDisk(mebibytes: number): SmallDisk | null {
  const directory = mkdtempSync(join(tmpdir(), 'cartera-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', directory], { stdio: 'ignore' });
  } catch {
    rmSync(directory, { recursive: true });
    return null;
  }
  const filler = join(directory, 'filler');
  const makeRoom = () => rmSync(filler, { force: true });
  return {
    directory,
    fillBut(bytes) {
      makeRoom();
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
    },
    makeRoom,
    remove() {
      execFileSync('umount', ['--lazy', directory]);
      rmSync(directory, { recursive: true });
    },
  };
}

/** A folder within a disk. */
export function folderOn({ directory }: SmallDisk, name: string): string {
  const path = join(directory, name);
  mkdirSync(path);
  return path;
}
