import { BackupError } from '#core/backup/backup-error.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import { ArchiveError } from '#core/export/archive-error.ts';
import type { Line } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import type { FaultDetail } from '#core/host/command-line/faults.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { startFaultText } from '#shared/desktop/start-fault.ts';
import type { Language } from '#shared/settings/contract.ts';

export interface DescribedError {
  readonly code: string;
  readonly detail: FaultDetail;
  /** What happened, what became of the data, what to do. */
  readonly lines: readonly (Line | string)[];
  readonly exitCode: number;
}

/** As shells count a program that Ctrl+C ended. */
const cancelledExitCode = 130;

/** Makes a code and words of whatever a command ended with. */
export function describeError(error: unknown, language: Language): DescribedError {
  if (error instanceof UsageError) {
    const { code, detail } = error;
    return { code, detail, exitCode: 2, lines: [{ key: `commandLine.usage.${code}`, values: detail }] };
  }
  if (error instanceof CommandError) {
    const { code, detail } = error;
    return { code, detail, exitCode: 1, lines: [{ key: `commandLine.error.${code}`, values: detail }] };
  }
  if (error instanceof BackupError) {
    const { code, detail } = error;
    return { code, detail, exitCode: 1, lines: [{ key: 'commandLine.error.backupFailed', values: { ...detail, code } }] };
  }
  if (error instanceof DatabaseError) {
    const { code, path } = error;
    return { code, detail: { path }, exitCode: 1, lines: [startFaultText(error, language)] };
  }
  if (error instanceof SourceError) return describeSource(error);
  if (error instanceof ArchiveError) return describeArchive(error);
  return describeOther(error);
}

function describeSource({ code, detail }: SourceError): DescribedError {
  const values = { file: '', ...detail };
  const reason: Line =
    code === 'notFound' ? { key: 'commandLine.error.fileNotFound', values } : { key: `import.unreadable.${code}`, values };
  return { code, detail, exitCode: 1, lines: [String(values.file), reason, { key: 'commandLine.nothingChanged' }] };
}

function describeArchive({ code, place }: ArchiveError): DescribedError {
  const { entry, line, field } = place;
  const where = [entry, line, field].filter((part) => part !== undefined).join(':');
  return {
    code: code === 'fromTheFuture' || code === 'notAnArchive' ? code : `archive.${code}`,
    detail: { ...place },
    exitCode: 1,
    lines: [{ key: `commandLine.archive.${code}` }, ...(where === '' ? [] : [where]), { key: 'commandLine.nothingChanged' }],
  };
}

function describeOther(error: unknown): DescribedError {
  const { code, name, message } = Object(error) as { code?: unknown; name?: unknown; message?: unknown };
  const nothingChanged = { key: 'commandLine.nothingChanged' } as const;
  if (name === 'AbortError')
    return { code: 'cancelled', detail: {}, exitCode: cancelledExitCode, lines: [{ key: 'commandLine.error.cancelled' }] };
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY'))
    return { code: 'busy', detail: {}, exitCode: 1, lines: [{ key: 'commandLine.error.busy' }, nothingChanged] };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return { code: 'diskFull', detail: {}, exitCode: 1, lines: [{ key: 'commandLine.error.diskFull' }, nothingChanged] };
  const said = typeof message === 'string' ? message : String(error);
  return {
    code: 'unexpected',
    detail: { message: said },
    exitCode: 1,
    lines: [{ key: 'commandLine.error.unexpected', values: { message: said } }, nothingChanged],
  };
}
