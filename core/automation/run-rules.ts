import { runRecord, stepRecord } from '#core/automation/automation.ts';
import type { RunStep, StepRow } from '#core/automation/automation.ts';
import { findBelated } from '#core/automation/belated-dates.ts';
import { findOccurrences, heededTypes } from '#core/automation/find-occurrences.ts';
import { loopOf, nextRound, roundOf } from '#core/automation/loops.ts';
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
import type { RecordChange } from '#core/records/reaction.ts';
import { createRecord, readRecord } from '#core/records/write.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { FilterContext } from '#shared/filter/resolve-condition.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

defineReaction({
  recordTypes: heededTypes,
  react(act, changes) {
    const { rules } = ruleBook(act.tx);
    if (rules.length === 0) return;
    nextRound(act);
    fireRules(
      act,
      changes.flatMap((change) => findOccurrences(act.tx, act.id, change)),
    );
    fireBelated(act, changes);
  },
});

/** Dates that are set too late for the clock to notice them in time. */
function fireBelated(act: Act, changes: readonly RecordChange[]) {
  const rules = ruleBook(act.tx).byBucket.get('dateReached') ?? [];
  if (rules.length === 0) return;
  const now = { at: act.at, timeZone: zoneOfShop(act.tx) };
  for (const { automation } of rules) {
    const { event } = automation;
    if (event.type !== 'dateReached') continue;
    const belated = changes.flatMap((change) => findBelated(event, change, now) ?? []);
    if (belated.length > 0) fireRules(act, belated, automation.id);
  }
}

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
  const dealId = subject.deal()?.id ?? null;
  const madeBy = subject.task()?.madeBy ?? null;
  const loop = loopOf(act, { automationId: automation.id, runId, occurrence, madeBy });
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
        round: roundOf(act),
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
    branchId: null,
  });
  for (const step of waiting) createRecord(act, stepRecord, step);
  if (loop) tellOfLoop(act, { id: automation.id, name: automation.name });
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
  return { now: act.at, timeZone: zoneOfShop(act.tx), me: personIdOf(act.actor) };
}
