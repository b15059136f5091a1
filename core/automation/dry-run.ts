import '#core/filter/filterables.ts';
import { pastEvents } from '#core/automation/past-events.ts';
import { readCustomFields } from '#core/custom-field/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { filterCatalogueOf } from '#core/filter/filterable.ts';
import { readerOf } from '#core/filter/read-record.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import { zoneOfShop } from '#core/settings/zone-of-shop.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import { entityOf } from '#shared/automation/events.ts';
import { prepareFilter } from '#shared/filter/evaluate.ts';
import type { Filter } from '#shared/filter/filter.ts';

export interface DryRun {
  readonly events: number;
  readonly fired: number;
  readonly latest: { readonly recordType: string; readonly recordId: string; readonly title: string; readonly at: number }[];
}

const shown = 10;
const day = 86_400_000;

interface Trying {
  readonly event: AutomationEvent;
  readonly conditions: Filter;
  readonly days: number;
  readonly now: number;
}

/** What a rule would have fired on in the last days, its conditions asked of the records as they are now. Changes nothing. */
export function dryRun(db: ReadDb, { event, conditions, days, now }: Trying): DryRun {
  const record = entityOf(event);
  const timeZone = zoneOfShop(db);
  const catalogue = filterCatalogueOf(record, readCustomFields(db));
  const prepared = prepareFilter(conditions, catalogue);
  if (prepared.type === 'refused') throw new Error('conditions are validated before they are tried');
  const type = recordTypeNamed(record);
  const events = pastEvents(db, event, { since: now - days * day, now, timeZone });
  const latest: DryRun['latest'] = [];
  let fired = 0;
  for (const { recordId, at } of events) {
    const row = readRecord(db, type, recordId)?.row;
    if (!row || !prepared.passes(readerOf({ entity: record, row, db, catalogue }), { now, timeZone, me: null })) continue;
    fired += 1;
    if (latest.length < shown) latest.push({ recordType: record, recordId, title: type.describe(row, db), at });
  }
  return { events: events.length, fired, latest };
}
