import { describe, expect, it } from 'vitest';
import { cloudServiceOf } from '#core/sync/cloud-folder.ts';

describe('the folder of the data', () => {
  it.each([
    ['/Users/ana/OneDrive - Ventanas Sol/Cartera', 'OneDrive'],
    ['/home/ana/Dropbox/cartera', 'Dropbox'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@sol.example/My Drive/c', 'Google Drive'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Cartera', 'iCloud'],
    ['/home/ana/Yandex.Disk/crm', 'Yandex Disk'],
  ])('is known to be copied by a service: %s', (folder, service) => {
    expect(cloudServiceOf(folder)).toBe(service);
  });

  it.each(['/home/ana/.local/share/cartera', '/home/dropboxer/data', '/data/my drives/cartera'])('is plain: %s', (folder) => {
    expect(cloudServiceOf(folder)).toBeUndefined();
  });
});
