import { expect, it } from 'vitest';
import { warn } from '#core/backup/warn.ts';
import type { BackupPlace } from '#shared/backup/contract.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22);
const here: BackupPlace = {
  id: 'here',
  path: '/data/backups',
  isDefault: true,
  isThere: true,
  isSameDisk: true,
  free: 1,
  lastAt: now,
  fault: null,
  isReadable: false,
};
const stick: BackupPlace = { ...here, id: 'stick', isDefault: false, isSameDisk: false };
const calm = { places: [here, stick], last: { at: now }, changedAt: null, beganAt: 0, now };

it.each([
  ['all is well', calm, null],
  [
    'nothing was done for weeks',
    { ...calm, last: { at: now - 90 * day }, places: [here, { ...stick, lastAt: now - 2 * day }] },
    null,
  ],
  ['what was done four days ago is in no backup', { ...calm, changedAt: now - 4 * day }, 'old'],
  ['what was done yesterday is in none yet', { ...calm, changedAt: now - day }, null],
  ['there was never one', { ...calm, last: null, changedAt: now - 4 * day }, 'never'],
  ['all are on the disk of the data', { ...calm, places: [here] }, 'sameDisk'],
  ['the stick was away for six weeks', { ...calm, places: [here, { ...stick, lastAt: now - 42 * day }] }, 'sameDisk'],
  ['the shop began this week', { ...calm, places: [here], beganAt: now - 3 * day }, null],
] as const)('when %s', (_, standing, expected) => {
  expect(warn(standing)).toBe(expected);
});
