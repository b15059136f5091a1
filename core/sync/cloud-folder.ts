import { resolve } from 'node:path';

/** What the folders of services are called that copy files behind a program's back, file by file. */
const services: readonly (readonly [service: string, folder: RegExp])[] = [
  ['OneDrive', /^OneDrive( - .+|-.+)?$/i],
  ['Dropbox', /^Dropbox( \(.+\)|-.+)?$/i],
  ['Google Drive', /^(Google ?Drive(-.+)?|My Drive)$/i],
  ['iCloud', /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i],
  ['Yandex Disk', /^Yandex\.?Disk$/i],
  ['Nextcloud', /^(Nextcloud|ownCloud)$/i],
];

/**
 * The service that copies a data folder while it is worked in, by the names of the folders it lies in; undefined when none does. Such a
 * service takes the database apart from its log, and puts an older file in its place: two PCs on one such folder lose work.
 */
export function cloudServiceOf(dataDirectory: string): string | undefined {
  const folders = resolve(dataDirectory).split(/[\\/]/);
  return services.find(([, name]) => folders.some((folder) => name.test(folder)))?.[0];
}
