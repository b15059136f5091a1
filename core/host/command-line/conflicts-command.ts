import { listConflicts } from '#core/conflict/list-conflicts.ts';
import { resolveConflicts } from '#core/conflict/resolve-conflicts.ts';
import type { Answer, Command, CommandContext } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { isAllowed } from '#core/people/allow.ts';

/** As many as one act settles. */
const mostAtOnce = 5000;
const mostShown = 100;

export const conflictsCommand: Command = {
  name: 'conflicts',
  usage: 'conflicts [--keep | --take] [ID... | --all]',
  about: 'commandLine.about.conflicts',
  options: { keep: { type: 'boolean' }, take: { type: 'boolean' }, all: { type: 'boolean' } },
  permission: 'party.see',
  read({ positionals, values }) {
    const ways = (['keep', 'take'] as const).filter((way) => values[way] === true);
    const [way] = ways;
    if (ways.length > 1) throw new UsageError('argumentTooMany', { argument: '--take' });
    if (way === undefined && (positionals.length > 0 || values['all'] === true))
      throw new UsageError('argumentMissing', { argument: '--keep | --take' });
    if (way !== undefined && positionals.length === 0 && values['all'] !== true)
      throw new UsageError('argumentMissing', { argument: 'ID | --all' });
    return (context) => (way === undefined ? list(context) : settle(context, { ids: positionals, with: way }));
  },
};

function list({ store }: CommandContext): Answer {
  const { conflicts, total } = listConflicts(store.db, { status: 'open', offset: 0, limit: mostShown });
  const shown = conflicts.map(({ id, title, field, keptValue, keptBy, lostValue, lostBy }) =>
    [id, title, field, `${JSON.stringify(keptValue)} (${keptBy})`, `${JSON.stringify(lostValue)} (${lostBy})`].join(' · '),
  );
  return { json: { conflicts, total }, lines: [{ key: 'commandLine.conflicts.open', values: { count: total } }, ...shown] };
}

async function settle(
  { store, actor }: CommandContext,
  { ids, ...how }: { readonly ids: readonly string[]; readonly with: 'keep' | 'take' },
): Promise<Answer> {
  const permission = 'conflict.resolve';
  if (!isAllowed(actor, permission)) throw new CommandError('forbidden', { permission });
  const open = listConflicts(store.db, { status: 'open', offset: 0, limit: mostAtOnce }).conflicts;
  const wanted = ids.length > 0 ? ids : open.map(({ id }) => id);
  const { actId, result } = await store.perform({ actor, kind: 'conflict', subject: '' }, (act) =>
    resolveConflicts(act, { ids: wanted, ...how }),
  );
  const values = { resolved: result.resolved, failed: result.failed.length };
  const failed = result.failed.map(({ id, code }) => `${id} · ${code}`);
  return {
    json: { ...result, actId },
    lines: [{ key: 'commandLine.conflicts.settled', values }, ...failed],
    exitCode: result.failed.length > 0 ? 1 : 0,
  };
}
