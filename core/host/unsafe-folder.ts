import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Why data isn't safe in a folder: `by` says what the program or the share is called. */
export type UnsafeFolder = { readonly type: 'inCloudFolder' | 'onNetwork'; readonly by: string };

/** Names of folders that such programs keep copied, as each program makes them, in lower case. */
const cloudNames: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/, 'Dropbox'],
  [/^onedrive( - .+)?$/, 'OneDrive'],
  [/^(google ?drive|googledrive(-.+)?|my drive|drivefs)$/, 'Google Drive'],
  [/^(iclouddrive|icloud drive|com~apple~clouddocs|mobile documents)$/, 'iCloud'],
  [/^(yandex\.?disk|яндекс\.?\s?диск)$/, 'Yandex Disk'],
  [/^(mega|megasync|mega downloads)$/, 'MEGA'],
  [/^nextcloud\d*$/, 'Nextcloud'],
  [/^owncloud\d*$/, 'ownCloud'],
  [/^(box|box sync)$/, 'Box'],
  [/^pcloud ?drive$/, 'pCloud'],
  [/^syncthing$/, 'Syncthing'],
];

/** Files by which such a program marks a folder that has any name. */
const cloudMarks: readonly (readonly [string, string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.yandex.disk', 'Yandex Disk'],
  ['.sync', 'Resilio Sync'],
];

/** Names too short to say anything unless the folder lies in a person's own. */
const commonNames: ReadonlySet<string> = new Set(['Box', 'MEGA']);

const networkTypes: ReadonlySet<string> = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afs',
  'ncpfs',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs',
  'davfs',
  'fuse.glusterfs',
  'ceph',
]);

interface Looking {
  readonly platform?: NodeJS.Platform;
  /** The text of /proc/mounts; null where there is none. */
  readonly mounts?: string | null;
}

/** Whether a program copies a folder to the internet, or it is on another computer: a database may be spoilt in both. */
export function findUnsafeFolder(
  folder: string,
  { platform = process.platform, mounts = readMounts() }: Looking = {},
): UnsafeFolder | null {
  const path = realPath(folder);
  const share = networkShareOf(folder, { platform, mounts }) ?? networkShareOf(path, { platform, mounts });
  if (share !== null) return { type: 'onNetwork', by: share };
  const cloud = cloudOf(path);
  return cloud === null ? null : { type: 'inCloudFolder', by: cloud };
}

function cloudOf(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    const name = folder.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
    const byName = cloudNames.find(([pattern]) => pattern.test(name))?.[1];
    if (byName !== undefined && (!commonNames.has(byName) || isHome(dirname(folder)))) return byName;
    const byMark = cloudMarks.find(([mark]) => existsSync(join(folder, mark)))?.[1];
    if (byMark !== undefined) return byMark;
    if (folder === dirname(folder)) return null;
  }
}

/** A person's own folder, on any system. */
function isHome(path: string): boolean {
  return /^(?:\/home\/[^/]+|\/Users\/[^/]+|[A-Za-z]:\\Users\\[^\\]+)$/.test(path);
}

function networkShareOf(path: string, { platform, mounts }: Required<Looking>): string | null {
  // A drive letter that stands for a share was followed to it.
  if (platform === 'win32')
    return path.startsWith('\\\\') && !path.startsWith('\\\\?\\') ? path.split('\\').slice(0, 4).join('\\') : null;
  if (mounts === null) return null;
  const mounted = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([device = '', at = '', type = '']) => ({ device, at: unescape(at), type }))
    .filter(({ at }) => at !== '' && (path === at || path.startsWith(at.endsWith(sep) ? at : at + sep)))
    .reduce<{ device: string; at: string; type: string } | null>(
      (best, each) => (best && best.at.length > each.at.length ? best : each),
      null,
    );
  return mounted && networkTypes.has(mounted.type) ? mounted.device : null;
}

/** As /proc/mounts writes a space. */
function unescape(text: string): string {
  return text.replaceAll(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

function readMounts(): string | null {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return null;
  }
}

/** Of what isn't there yet, where the folder above leads. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length));
  }
}
