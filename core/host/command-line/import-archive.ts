import { basename } from 'node:path';
import { restoreArchive } from '#core/export/restore-archive.ts';
import type { Answer, CommandContext } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { mustSeeEverything } from '#core/host/command-line/see-everything.ts';
import { isAllowed } from '#core/people/allow.ts';

/** Brings back what `export` wrote. */
export async function importArchive(
  { store, files, actor, signal, report }: CommandContext,
  { path, dryRun }: { readonly path: string; readonly dryRun: boolean },
): Promise<Answer> {
  const permission = 'archive.restore';
  if (!isAllowed(actor, permission)) throw new CommandError('forbidden', { permission });
  mustSeeEverything(actor, permission);
  const name = basename(path);
  const {
    created,
    updated,
    unchanged,
    records,
    files: attached,
    actId,
  } = await restoreArchive(store, {
    actor,
    files,
    path,
    name,
    dryRun,
    signal,
    report: (done) => {
      if (done % 1e4 === 0) report(String(done));
    },
  });
  const rows = created.contacts + created.companies + updated + unchanged;
  const none = { skipped: 0, failed: 0, duplicates: 0, warnings: 0, errorsFile: null };
  return {
    json: { rows, created, updated, unchanged, ...none, records, files: attached, actId },
    lines: [
      ...(dryRun ? [{ key: 'commandLine.import.planned' } as const] : []),
      {
        key: 'commandLine.import.restored',
        values: { ...created, updated, unchanged, records: records.created + records.updated, files: attached },
      },
    ],
  };
}
