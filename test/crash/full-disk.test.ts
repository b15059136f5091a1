import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dice } from '#test/factories/dice.ts';
import { folderOn, makeSmallDisk } from '#test/crash/full-disk.ts';
import { createLedger } from '#test/crash/ledger.ts';
import { workOnce } from '#test/crash/mixed-load.ts';
import { lookInto, setUp, start } from '#test/crash/running-shop.ts';

const rounds = 12;
/** Refusals that are waited for, each time the disk is full. */
const refusedEachTime = 6;
/** Kibibytes that are left at most when the disk is filled. */
const leftAtMost = 600;
/** Milliseconds in which no further round is begun. */
const within = 45_000;

const disk = makeSmallDisk(160);

/** What is in a folder, or below. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

it.skipIf(disk === null)(
  'a shop whose disk is full at any moment says so, loses nothing, leaves no half files, and goes on when there is room',
  { timeout: 180_000 },
  async () => {
    if (!disk) return;
    onTestFinished(() => disk.remove());
    const data = folderOn(disk, 'data');
    const temporary = folderOn(disk, 'temporary');
    const host = await start(data, { ...process.env, TMPDIR: temporary });
    onTestFinished(() => host.kill());
    const shop = await setUp(host.client);
    const [ledger, roll] = [createLedger(), dice(11)];
    const answers = { whileFull: 0, refused: 0, exportsRefused: 0 };
    const begunAt = performance.now();
    let round = 0;
    const work = (number: number) => workOnce({ client: host.client, ledger, shop, roll, name: `Full${round}Work${number}` });
    for (; round < rounds && performance.now() - begunAt < within; round++) {
      disk.fillBut(roll(leftAtMost) * 1024);
      for (let [number, refused] = [0, 0]; refused < refusedEachTime && number < 500; number++) {
        const error = await work(number).then(
          () => null,
          (caught: unknown) => caught,
        );
        if (error === null) answers.whileFull += 1;
        else {
          // Every refusal says why: by the code of a call, or of a job.
          const { code = '', message } = error as Error & { readonly code?: string };
          expect(`${code} ${message}`).toMatch(/DISK_FULL|diskFull/);
          refused += 1;
          answers.refused += 1;
        }
      }
      const exported = await host.client.rpc.export.archive().catch((error: unknown) => error);
      if (exported instanceof Error) {
        expect(exported).toMatchObject({ code: 'DISK_FULL' });
        answers.exportsRefused += 1;
      }
      disk.makeRoom();
      // The same program goes on.
      for (let number = 1000; number < 1004; number++) await work(number);
      expect(await lookInto(data, ledger), `round ${round}`).toEqual({ lost: [], faults: [] });
    }
    expect(round).toBeGreaterThan(1);
    expect(answers.refused).toBeGreaterThan(round);
    expect(answers.exportsRefused).toBeGreaterThan(0);
    expect(filesIn(temporary)).toEqual([]);
    expect(filesIn(join(data, 'files')).filter(({ name }) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  },
);
