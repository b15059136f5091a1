import { undoAct } from '#core/history/commands.ts';
import { findAct, lastActToUndo } from '#core/history/queries.ts';
import type { Answer, Command, CommandContext } from '#core/host/command-line/command.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { noArgument, textFlag } from '#core/host/command-line/typed-values.ts';
import { assertNever } from '#core/procedure.ts';
import type { NamedRecord } from '#core/records/undo.ts';
import { messageText } from '#shared/messages/message-text.ts';

export const undoCommand: Command = {
  name: 'undo',
  usage: 'undo [--act ID] [--keep-edited]',
  about: 'commandLine.about.undo',
  options: { act: { type: 'string' }, 'keep-edited': { type: 'boolean' } },
  permission: 'history.undo',
  cacheSize: 256,
  read(typed) {
    noArgument(typed);
    const given = textFlag(typed, 'act');
    const keepEdited = typed.values['keep-edited'] === true;
    return async (context) => {
      const actId = given ?? lastActToUndo(context.store.db);
      if (actId === undefined) throw new CommandError('nothingToUndo');
      return undo(context, actId, keepEdited);
    };
  },
};

async function undo({ store, actor, language }: CommandContext, actId: string, keepEdited: boolean): Promise<Answer> {
  const outcome = await undoAct(store, { actor, actId, keepEdited });
  switch (outcome.type) {
    case 'undone': {
      const act = findAct(store.db, actId);
      const what = [act && messageText(`history.kind.${act.kind}`, language), act?.subject].filter(Boolean).join(': ');
      return {
        json: { actId: outcome.actId, undoes: actId, undone: outcome.undone, kept: outcome.kept },
        lines: [
          { key: 'commandLine.undo.done', values: { what, records: outcome.undone } },
          ...(outcome.kept.length > 0
            ? [{ key: 'commandLine.undo.kept', values: { records: named(outcome.kept) } } as const]
            : []),
        ],
      };
    }
    case 'notFound':
      throw new CommandError('actNotFound', { act: actId });
    case 'alreadyUndone':
      throw new CommandError('alreadyUndone', { act: actId });
    case 'editedSince':
      throw new CommandError('editedSince', { count: outcome.records.length, records: named(outcome.records) });
    default:
      return assertNever(outcome);
  }
}

function named(records: readonly NamedRecord[]): string {
  const shown = records.slice(0, 20).map(({ title }) => title);
  return records.length > shown.length ? `${shown.join(', ')}... (${records.length})` : shown.join(', ');
}
