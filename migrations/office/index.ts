import { records } from '#migrations/office/0010-records.ts';
import { devices } from '#migrations/office/0015-devices.ts';
import { serving } from '#migrations/office/0020-serving.ts';
import { erasing } from '#migrations/office/0030-erasing.ts';
import type { Migration } from '#migrations/migration.ts';

/** Every step of head office's database, in order. */
export const officeMigrations: readonly Migration[] = [records, devices, serving, erasing];
