import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createFolderStore } from '#office/content/folder-store.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { sha256Hex } from '#wire/hash.ts';

const synced = vi.hoisted((): { folder: string; isWhole: boolean }[] => []);
const look = vi.hoisted(() => ({ path: '' }));
vi.mock('#wire/sync-folder.ts', () => ({
  syncFolder: async (folder: string) => void synced.push({ folder, isWhole: existsSync(look.path) }),
}));

it.each([null, 'ab'.repeat(32)])(
  'the name of a file that is whole is on the disk before it counts as held (key %s)',
  async (key) => {
    const folder = join(makeTestDirectory(), 'content');
    const content = createFolderStore(folder, key);
    const hash = sha256Hex('plan');
    look.path = join(folder, hash.slice(0, 2), hash.slice(2));
    synced.length = 0;
    await content.append(hash, { offset: 0, total: 4, bytes: Buffer.from('plan') });
    await content.complete(hash);
    expect(synced).toEqual([dirname(look.path), folder, dirname(folder)].map((each) => ({ folder: each, isWhole: true })));
    expect(String(await content.read(hash, { offset: 0, length: 10 }))).toBe('plan');
  },
);
