import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { preview } from '#core/backup/preview.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const key = '0123456789abcdef'.repeat(4);

/** Everything in a folder, as one text. */
function allOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('');
}

it('makes of encrypted data a backup that says nothing without the key', async () => {
  const { core, client, directory } = await openTestCore({}, { key });
  const { id } = await client.contact.create({ givenName: 'Geheimnisvoll' });
  await client.file.attach({ id, file: new File(['Verschwiegenheit'], 'a.txt') });
  await core.backups.run('manual');
  const [backup] = await core.backups.list();
  expect(backup).toMatchObject({ isEncrypted: true, counts: { parties: 1, files: 1 } });
  expect(allOf(join(directory, 'backups'))).not.toMatch(/Geheimnisvoll|Verschwiegenheit|SQLite format/);
  if (!backup) throw new Error('no backup');
  const look = (given: string | null) => preview({ connection: core.store.connection, key: given }, backup).refusal;
  expect(look(key)).toBeNull();
  expect(look(null)).toBe('otherKey');
  expect(look('f'.repeat(64))).toBe('otherKey');
});
