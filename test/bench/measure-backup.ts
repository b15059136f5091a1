import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashFile, removeGently, syncFile } from '#core/backup/disk.ts';
import { openCore } from '#core/core.ts';
import { createParty } from '#core/party/commands.ts';
import { databasePath } from '#core/database/open-database.ts';
import { copyBase } from '#test/bench/base.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { spreadOf, timeOf } from '#test/bench/measure.ts';

const between = 20;

/** A backup beside a plain copy of the file that is read again, and the longest save while it is made. */
export async function measureBackup(base: string): Promise<readonly Figure[]> {
  const directory = copyBase(base, 'backed-up');
  // Or else saves would wait for the copy just made to come to the disk.
  syncFile(databasePath(directory));
  const core = openCore(directory);
  try {
    const plain = join(directory, 'plain-copy.db');
    const ceiling = await timeOf(() => {
      copyFileSync(databasePath(directory), plain);
      syncFile(plain);
      return Promise.resolve(hashFile(plain));
    });
    removeGently(plain);
    let isDone = false;
    const saving = saveUntil(core, () => isDone);
    const ours = await timeOf(() => core.backups.run('manual').finally(() => (isDone = true)));
    const disturbed = await saving;
    // As many saves as then: of more, the longest is longer.
    const restUntil = performance.now() + ours;
    const undisturbed = await saveUntil(core, () => performance.now() > restUntil);
    return [
      toFigure('Backup, beside a copy that is read again', {
        ours: { unit: 's', value: ours / 1000 },
        ceiling: { unit: 's', value: ceiling / 1000 },
        goal: { ratio: 4 },
      }),
      toFigure('Saves while a backup is made, beside those while none is', {
        ours: spreadOf(disturbed),
        ceiling: spreadOf(undisturbed),
      }),
      toFigure('Longest save while a backup is made, beside one while none is', {
        ours: { unit: 'ms at once', value: Math.max(...disturbed) },
        ceiling: { unit: 'ms at once', value: Math.max(...undisturbed) },
        goal: { atMost: 50 },
      }),
    ];
  } finally {
    await core.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Saves one client after another. @returns how long each took, in milliseconds */
async function saveUntil(core: ReturnType<typeof openCore>, isDone: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  for (let number = 1; !isDone(); number++) {
    const began = performance.now();
    await core.store.perform({ actor: core.owner(), kind: 'create', subject: '' }, (act) =>
      createParty(act, 'contact', { givenName: `Saved ${number}` }),
    );
    times.push(performance.now() - began);
    await sleep(between);
  }
  return times;
}
