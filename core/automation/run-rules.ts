import { runRecord, stepRecord } from '#core/automation/automation.ts';
import type { RunStep, StepRow } from '#core/automation/automation.ts';
import { findOccurrences, heededTypes } from '#core/automation/find-occurrences.ts';
import { bucketsOf, isMeant } from '#core/automation/occurrence.ts';
import type { Occurrence } from '#core/automation/occurrence.ts';
import { ruleBook } from '#core/automation/rule-book.ts';
import type { Rule } from '#core/automation/rule-book.ts';
import { runActions } from '#core/automation/run-actions.ts';
import { statusOf } from '#core/automation/running.ts';
import { ownRow, subjectOf } from '#core/automation/subject.ts';
import type { Subject } from '#core/automation/subject.ts';
import { readerOf } from '#core/filter/read-record.ts';
import { notify } from '#core/notice/commands.ts';
import { personIdOf } from '#core/people/allow.ts';
import { readOwner } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import { defineReaction } from '#core/records/reaction.ts';
import { createRecord, readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { FilterContext } from '#shared/filter/resolve-condition.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

/** Rules that set off rules that set off rules: beyond this, it is a loop. */
const mostRounds = 10;
/** So often an hour may one rule fire on one record; beyond this it goes round by the clock. */
const mostRunsAnHour = 30;
const hour = 3_600_000;

/** What one act has set off so far. */
interface Chain {
  round: number;
  readonly fired: Set<string>;
}

const chains = new WeakMap<Act, Chain>();

function chainOf(act: Act): Chain {
  let chain = chains.get(act);
  if (!chain) chains.set(act, (chain = { round: 0, fired: new Set() }));
  return chain;
}

/** What is done in this act follows from what a rule did in an earlier one: loops are counted on from there. */
export function continueChain(act: Act, round: number) {
  chainOf(act).round = round;
}

defineReaction({
  recordTypes: heededTypes,
  react(act, changes) {
    const { rules } = ruleBook(act.tx);
    if (rules.length === 0) return;
    const chain = chainOf(act);
    chain.round += 1;
    fireRules(
      act,
      changes.flatMap((change) => findOccurrences(act.tx, act.id, change)),
    );
  },
});

/** Lets every rule that is meant, or the one named, answer what happened. */
export function fireRules(act: Act, occurrences: readonly Occurrence[], automationId?: string) {
  let context: FilterContext | undefined;
  for (const { rules, occurrence, key } of answersTo(act, occurrences, automationId)) {
    const subject = subjectOf(act, occurrence);
    const row = ownRow(subject);
    if (!row) continue;
    context ??= contextOf(act);
    const read = readerOf({ entity: occurrence.record, row, db: act.tx, catalogue: rules[0]?.catalogue ?? new Map() });
    // Asked before any of them acts: each rule sees the record as it was saved.
    for (const rule of rules.filter(({ passes }) => passes(read, context as FilterContext)))
      fire(act, { rule, occurrence, key, subject });
  }
}

interface Answer {
  readonly occurrence: Occurrence;
  readonly key: readonly (string | number)[];
  readonly rules: readonly Rule[];
}

/** What happened that rules are there for. What tells it from other events is looked up before any rule writes. */
function answersTo(act: Act, occurrences: readonly Occurrence[], automationId: string | undefined): readonly Answer[] {
  const { byBucket } = ruleBook(act.tx);
  const isNamed = (id: string) => automationId === undefined || automationId === id;
  return occurrences.flatMap((occurrence) => {
    const rules = bucketsOf(occurrence)
      .flatMap((bucket) => byBucket.get(bucket) ?? [])
      .filter(({ automation }) => isMeant(automation.event, occurrence) && isNamed(automation.id));
    return rules.length === 0 ? [] : [{ occurrence, key: occurrence.key(), rules }];
  });
}

interface Firing extends Pick<Answer, 'occurrence' | 'key'> {
  readonly rule: Rule;
  readonly subject: Subject;
}

function fire(act: Act, { rule: { automation }, occurrence, key, subject }: Firing) {
  const runId = deterministicId('run', automation.id, ...key);
  if (readRecord(act.tx, runRecord, runId)) return;
  const chain = chainOf(act);
  const dealId = subject.deal()?.id ?? null;
  const loop = loopOf(act, { chain, automationId: automation.id, occurrence });
  const waiting: StepRow[] = [];
  const steps: readonly RunStep[] = loop
    ? [{ action: '', status: 'skipped', code: loop, recordType: null, recordId: null, at: null }]
    : runActions(automation.actions, {
        act,
        actor: act.actor,
        runId,
        subject,
        // Counted only for a rule that asks whose turn it is.
        get turn() {
          return countRuns(act, automation.id);
        },
        round: chain.round,
        first: 0,
        waiting,
        occurrence,
      });
  createRecord(act, runRecord, {
    id: runId,
    automationId: automation.id,
    recordType: occurrence.record,
    recordId: occurrence.recordId,
    dealId: subject.deal()?.id ?? dealId,
    partyId: subject.party()?.id ?? null,
    at: act.at,
    why: { event: occurrence.type, detail: occurrence.detail },
    status: loop ? 'stopped' : statusOf(steps),
    steps: [...steps],
  });
  for (const step of waiting) createRecord(act, stepRecord, step);
  if (loop) tellOfLoop(act, { id: automation.id, name: automation.name });
}

interface Turning {
  readonly chain: Chain;
  readonly automationId: string;
  readonly occurrence: Occurrence;
}

function loopOf(act: Act, { chain, automationId, occurrence: { recordId, detail } }: Turning): string | undefined {
  if (chain.round > mostRounds) return 'tooDeep';
  // The same rule on the same record may answer two stages, but not one stage twice.
  const key = `${automationId} ${recordId} ${detail}`;
  if (chain.fired.has(key)) return 'loop';
  chain.fired.add(key);
  const recent = act.tx
    .readColumn<[string, number, string], number>(
      'SELECT count(*) FROM automation_run WHERE record_id = ? AND at > ? AND automation_id = ?',
    )
    .get(recordId, act.at - hour, automationId);
  return (recent ?? 0) >= mostRunsAnHour ? 'tooOften' : undefined;
}

function countRuns(act: Act, automationId: string): number {
  return (
    act.tx.readColumn<[string], number>('SELECT count(*) FROM automation_run WHERE automation_id = ?').get(automationId) ?? 0
  );
}

function tellOfLoop(act: Act, { id, name }: { readonly id: string; readonly name: string }) {
  notify(act, {
    id: deterministicId('ruleStopped', id, act.id),
    userId: readOwner(act.tx).userId,
    kind: 'ruleStopped',
    at: act.at,
    params: { rule: name },
    record: { type: 'automation', id },
  });
}

function contextOf(act: Act): FilterContext {
  return { now: act.at, timeZone: timeZoneOf(readSettings(act.tx).timeZone), me: personIdOf(act.actor) };
}
