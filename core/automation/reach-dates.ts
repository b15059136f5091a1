import type { Occurrence } from '#core/automation/occurrence.ts';
import { ruleBook } from '#core/automation/rule-book.ts';
import { fireRules } from '#core/automation/run-rules.ts';
import { findDated } from '#core/automation/find-dated.ts';
import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { systemActor } from '#core/people/allow.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';

/** Records of one transaction. */
const batch = 200;
/** Milliseconds: dates are looked for once a minute. */
const interval = 60_000;
/** What was reached longer ago than this while the program was closed is let go. */
const furthestBack = 14 * 86_400_000;

/** Fires rules for dates that were reached since it was looked last. */
defineDuty({
  name: 'reachDates',
  async run(core) {
    const { store, clock } = core;
    const rules = ruleBook(store.db).byBucket.get('dateReached') ?? [];
    const now = clock.now();
    const looked = lastLook(core);
    // What another computer of the branch looks after stays to be looked for here, should this one take its place.
    const isOurs = readOwnBranch(store.db)?.isMain ?? true;
    if (rules.length === 0 || !isOurs || (now >= looked && now - looked < interval)) return;
    const since = Math.max(Math.min(looked, now), now - furthestBack);
    const timeZone = zoneOfShop(store.db);
    for (const { automation } of rules) {
      const { event } = automation;
      if (event.type !== 'dateReached') continue;
      const from = Math.max(since, automation.updatedAt);
      const found = findDated(store.db, event, { from, to: now, timeZone, isDuty: true });
      for (let at = 0; at < found.length; at += batch) await fireFor(core, automation.id, found.slice(at, at + batch));
    }
    noteLook(core, now);
  },
});

/** A rule is asked only for the dates it named itself: others with the same event have their own turn. */
async function fireFor({ store }: Core, automationId: string, occurrences: readonly Occurrence[]) {
  await store.perform({ actor: systemActor, kind: 'clock', subject: 'rule' }, (act) => fireRules(act, occurrences, automationId));
}

function lastLook({ store, clock }: Core): number {
  const kept = store.db.readColumn<[], string>("SELECT value FROM meta WHERE key = 'datesLookedAt'").get();
  if (kept !== undefined) return Number(kept);
  noteLook({ store, clock }, clock.now());
  return clock.now();
}

function noteLook({ store }: Pick<Core, 'store' | 'clock'>, at: number) {
  store.connection.transaction((tx) =>
    tx.write("INSERT INTO meta VALUES ('datesLookedAt', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(String(at)),
  );
}
