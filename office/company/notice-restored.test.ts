import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readCompany } from '#office/company/company.ts';
import { noticeRestored } from '#office/company/notice-restored.ts';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

it('begins a new life of data that a backup took the place of, once', async () => {
  const directory = makeTestDirectory();
  const store = await openOfficeStore({ data: directory });
  onTestFinished(() => store.close());
  const epoch = async () => (await store.transaction(readCompany)).epoch;
  const first = await epoch();
  await noticeRestored(store, directory, 1);
  expect(await epoch()).toBe(first);
  writeFileSync(join(directory, 'restored'), '');
  await noticeRestored(store, directory, 2);
  const second = await epoch();
  expect(second).not.toBe(first);
  expect(existsSync(join(directory, 'restored'))).toBe(false);
  await noticeRestored(store, directory, 3);
  expect(await epoch()).toBe(second);
});
