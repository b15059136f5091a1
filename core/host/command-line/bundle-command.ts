import { basename, resolve } from 'node:path';
import { noteExport } from '#core/audit/note-export.ts';
import type { Answer, Command, Task } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { textFlag, verbAndFile } from '#core/host/command-line/typed-values.ts';
import { exportBundle, importBundle } from '#core/sync/bundles.ts';

export const bundleCommand: Command = {
  name: 'bundle',
  usage: 'bundle export|import FILE.cartera [--for COMPUTER-ID]',
  about: 'commandLine.about.bundle',
  options: { for: { type: 'string' } },
  permission: 'sync.run',
  read(typed) {
    const { verb, file } = verbAndFile(typed, ['export', 'import']);
    const path = resolve(file);
    const deviceId = textFlag(typed, 'for');
    if (verb === 'import' && deviceId !== undefined)
      throw new UsageError('unknownFlag', { flag: '--for', command: 'bundle import' });
    return verb === 'export' ? writing(path, deviceId) : reading(path);
  },
};

function writing(path: string, deviceId: string | undefined): Task {
  return async (context) => {
    const exported = await exportBundle(context, path, deviceId);
    if (exported.type !== 'written') throw faultOf(exported.type);
    await noteExport(context.store, { actor: context.actor, of: 'bundle', subject: basename(path) });
    return { json: { file: path }, lines: [{ key: 'commandLine.bundle.written', values: { path } }] };
  };
}

function reading(path: string): Task {
  return async (context): Promise<Answer> => {
    const imported = await importBundle(context, path);
    if (imported.type === 'refused') throw new CommandError('refused', { code: imported.code, data: '' });
    if (imported.type !== 'taken') throw faultOf(imported.type);
    const { from, applied, missing } = imported.report;
    const values = { from, applied };
    const ranges = missing.map((range) => `${range.from}-${range.to}`).join(', ');
    return {
      json: imported.report,
      lines: [
        { key: 'commandLine.bundle.taken', values },
        ...(ranges === '' ? [] : [{ key: 'commandLine.bundle.missing', values: { ranges } } as const]),
      ],
      exitCode: ranges === '' ? 0 : 1,
    };
  };
}

function faultOf(type: 'notJoined' | 'notFound' | 'unreachable'): CommandError {
  if (type === 'notJoined') return new CommandError('notJoined');
  return type === 'unreachable'
    ? new CommandError('officeUnreachable')
    : new CommandError('refused', { code: 'NOT_FOUND', data: '' });
}
