import type { Occurrence } from '#core/automation/occurrence.ts';
import type { Act } from '#core/records/act.ts';

/** Rules that set off rules that set off rules: beyond this, it is a loop. */
const mostRounds = 10;
/** So often an hour may one rule fire on one record, or on tasks made for one another; beyond this it goes round by the clock. */
const mostRunsAnHour = 30;
/** So often an hour may it fire on tasks that rules made: those that make several for each would soon fill the disk. */
const mostOnMadeTasks = 300;
const hour = 3_600_000;

/** What one act has set off so far. */
interface Chain {
  round: number;
  readonly fired: Set<string>;
  /** The rules that led to each run of this act, itself included. */
  readonly lines: Map<string, ReadonlySet<string>>;
}

const chains = new WeakMap<Act, Chain>();

function chainOf(act: Act): Chain {
  let chain = chains.get(act);
  if (!chain) chains.set(act, (chain = { round: 0, fired: new Set(), lines: new Map() }));
  return chain;
}

/** What is done in this act follows from what a rule did in an earlier one: loops are counted on from there. */
export function continueChain(act: Act, round: number) {
  chainOf(act).round = round;
}

/** Another round of what follows from what followed. */
export function nextRound(act: Act) {
  chainOf(act).round += 1;
}

export function roundOf(act: Act): number {
  return chainOf(act).round;
}

interface Turning {
  readonly automationId: string;
  readonly runId: string;
  readonly occurrence: Pick<Occurrence, 'recordId' | 'detail'>;
  /** The run that made the event's record. */
  readonly madeBy: string | null;
}

/** Why a rule must not fire, for it goes round; undefined where it may. */
export function loopOf(act: Act, { automationId, runId, occurrence: { recordId, detail }, madeBy }: Turning): string | undefined {
  const chain = chainOf(act);
  if (chain.round > mostRounds) return 'tooDeep';
  // The same rule on the same record may answer two stages, but not one stage twice.
  const key = `${automationId} ${recordId} ${detail}`;
  const line = (madeBy !== null && chain.lines.get(madeBy)) || new Set<string>();
  if (chain.fired.has(key) || line.has(automationId)) return 'loop';
  chain.fired.add(key);
  chain.lines.set(runId, new Set([...line, automationId]));
  const times = madeBy === null ? runsOn(act, automationId, recordId) : runsOnLine(act, automationId, recordId);
  if (times >= mostRunsAnHour) return 'tooOften';
  return madeBy !== null && runsOnMadeTasks(act, automationId) >= mostOnMadeTasks ? 'tooOften' : undefined;
}

function runsOn({ tx, at }: Act, automationId: string, recordId: string): number {
  const runs = tx.readColumn<[string, number, string], number>(
    'SELECT count(*) FROM automation_run WHERE record_id = ? AND at > ? AND automation_id = ?',
  );
  return runs.get(recordId, at - hour, automationId) ?? 0;
}

/** Of a task that a rule made for a task that a rule made: on all of them. */
function runsOnLine({ tx, at }: Act, automationId: string, taskId: string): number {
  const runs = tx.readColumn<[string, number, number, string], number>(
    `WITH RECURSIVE line (id) AS (
       SELECT ? UNION
       SELECT run.record_id FROM line JOIN task ON task.id = line.id JOIN automation_run run ON run.id = task.made_by WHERE run.at > ?
     ) SELECT count(*) FROM line JOIN automation_run run ON run.record_id = line.id AND run.at > ? WHERE run.automation_id = ?`,
  );
  return runs.get(taskId, at - hour, at - hour, automationId) ?? 0;
}

function runsOnMadeTasks({ tx, at }: Act, automationId: string): number {
  const runs = tx.readColumn<[string, number], number>(
    `SELECT count(*) FROM automation_run run JOIN task ON task.id = run.record_id
     WHERE run.automation_id = ? AND run.at > ? AND task.made_by IS NOT NULL`,
  );
  return runs.get(automationId, at - hour) ?? 0;
}
