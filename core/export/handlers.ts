import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive } from '#core/export/write-archive.ts';
import { procedures } from '#core/procedure.ts';

export const exportHandlers = {
  archive: procedures.export.archive.handler(async ({ context }) => {
    const { store, files } = context.core;
    const directory = await mkdtemp(join(tmpdir(), 'cartera-export-'));
    const path = join(directory, 'cartera.zip');
    try {
      await writeArchive({ db: store.db, files, path });
      const day = new Date(store.now()).toISOString().slice(0, 10);
      const bytes = await (await openAsBlob(path)).arrayBuffer();
      return new File([bytes], `cartera-${day}.zip`, { type: 'application/zip' });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }),
};
