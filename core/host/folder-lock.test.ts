import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findHost, lockFolder } from '#core/host/folder-lock.ts';
import { findUnsafeFolder } from '#core/host/unsafe-folder.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

/** A file as another host left it. */
function leave(directory: string, { computer, pid, age }: { computer: string; pid: number; age: number }) {
  const holder = { id: 'another', computer, pid, since: 0, beat: 1 };
  writeFileSync(join(directory, 'open-by.json'), JSON.stringify({ holder, writtenAt: Date.now() - age }));
}
const here = 'till-1';
const unusedPid = 2 ** 22 + 7;

describe('a data folder that is open', () => {
  it('isn’t opened by a second host, until the first has closed it', () => {
    const directory = makeTestDirectory();
    const lock = lockFolder(directory);
    expect(() => lockFolder(directory)).toThrow(expect.objectContaining({ code: 'openElsewhere' }) as Error);
    lock.release();
    lockFolder(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is taken over from a host of this computer that was killed', () => {
    const directory = makeTestDirectory();
    leave(directory, { computer: here, pid: unusedPid, age: 0 });
    expect(findHost(directory, { computer: here })).toBeNull();
    const lock = lockFolder(directory, { computer: here });
    onTestFinished(lock.release);
    expect(findHost(directory, { computer: here })).toMatchObject({ pid: process.pid });
  });

  it('is refused by the name of the other computer while that gives signs of life', () => {
    const directory = makeTestDirectory();
    leave(directory, { computer: 'till-2', pid: unusedPid, age: 10_000 });
    expect(() => lockFolder(directory, { computer: here })).toThrow(expect.objectContaining({ by: 'till-2' }) as Error);
    leave(directory, { computer: 'till-2', pid: unusedPid, age: 60_000 });
    lockFolder(directory, { computer: here }).release();
  });

  it('is taken over where the number of the process is another program’s now', () => {
    const directory = makeTestDirectory();
    leave(directory, { computer: here, pid: process.pid, age: 0 });
    expect(findHost(directory, { computer: here })).toBeNull();
    lockFolder(directory, { computer: here }).release();
    leave(directory, { computer: here, pid: process.ppid, age: 3_600_000 });
    expect(findHost(directory, { computer: here })).toBeNull();
    lockFolder(directory, { computer: here }).release();
  });

  it('may have been written by half', () => {
    const directory = makeTestDirectory();
    writeFileSync(join(directory, 'open-by.json'), '{"holder":');
    expect(findHost(directory)).toBeNull();
    lockFolder(directory).release();
  });
});

describe('a folder that data isn’t safe in', () => {
  it.each([
    ['/home/ana/Dropbox/cartera', 'Dropbox'],
    ['/home/ana/Dropbox (Personal)/cartera', 'Dropbox'],
    ['/home/ana/OneDrive - Ruiz SL/cartera', 'OneDrive'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/cartera', 'iCloud'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@correo.example/My Drive/x', 'Google Drive'],
    ['/home/ana/Yandex.Disk/cartera', 'Yandex Disk'],
    ['/home/ana/MEGA/cartera', 'MEGA'],
    ['/home/ana/Nextcloud2/cartera', 'Nextcloud'],
  ])('is %s', (folder, by) => {
    expect(findUnsafeFolder(folder, { mounts: null })).toEqual({ type: 'inCloudFolder', by });
  });

  it('is one that such a program has marked, whatever its name', () => {
    const directory = makeTestDirectory();
    writeFileSync(join(directory, '.nextcloudsync.log'), '');
    expect(findUnsafeFolder(join(directory, 'new', 'data'))).toEqual({ type: 'inCloudFolder', by: 'Nextcloud' });
  });

  it('is a share of another computer', () => {
    const mounts = ['/dev/sda1 / ext4 rw 0 0', '//nas/shop /mnt/nas\\040disk cifs rw 0 0', 'nas:/x /srv nfs4 rw 0 0'].join('\n');
    const look = (folder: string) => findUnsafeFolder(folder, { platform: 'linux', mounts });
    expect(look('/mnt/nas disk/cartera')).toEqual({ type: 'onNetwork', by: '//nas/shop' });
    expect(look('/srv/cartera')).toEqual({ type: 'onNetwork', by: 'nas:/x' });
    expect(look('/srvx/cartera')).toBeNull();
    expect(findUnsafeFolder('\\\\nas\\shop\\cartera', { platform: 'win32', mounts: null })).toMatchObject({ type: 'onNetwork' });
  });

  it.each(['/home/ana/.local/share/cartera', '/home/ana/work/box/cartera', '/srv/mega/data', '/home/ana/dropboxes/x'])(
    'isn’t %s',
    (folder) => expect(findUnsafeFolder(folder, { mounts: null })).toBeNull(),
  );
});
