import '#core/filter/filterables.ts';
import { automationRecord } from '#core/automation/automation.ts';
import type { AutomationRow } from '#core/automation/automation.ts';
import { bucketOf } from '#core/automation/occurrence.ts';
import { readCustomFields } from '#core/custom-field/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { filterCatalogueOf } from '#core/filter/filterable.ts';
import { decodeRow } from '#core/records/write.ts';
import { entityOf } from '#shared/automation/events.ts';
import { prepareFilter } from '#shared/filter/evaluate.ts';
import type { Passes } from '#shared/filter/evaluate.ts';
import type { FilterCatalogue } from '#shared/filter/catalogue.ts';

/** A rule ready to be asked whether it fires. */
export interface Rule {
  readonly automation: AutomationRow;
  readonly catalogue: FilterCatalogue;
  readonly passes: Passes;
  readonly hasConditions: boolean;
}

/** Rules that are on, by what sets them off. */
export interface RuleBook {
  readonly version: string;
  readonly byBucket: ReadonlyMap<string, readonly Rule[]>;
  readonly rules: readonly Rule[];
}

/** Rules count up a number when they are saved; a custom field's type or options decide whether a condition holds water. */
const versionSql = `SELECT coalesce((SELECT value FROM meta WHERE key = 'rulesVersion'), '') || ' '
  || coalesce((SELECT group_concat(key || type || options) FROM custom_field), '')`;

const books = new WeakMap<ReadDb, RuleBook>();

/** The rules that are on; kept until one of them, or a custom field, is changed by anybody. */
export function ruleBook(db: ReadDb): RuleBook {
  const version = db.readColumn<[], string>(versionSql).get() ?? '';
  const known = books.get(db);
  if (known?.version === version) return known;
  const book = readBook(db, version);
  books.set(db, book);
  return book;
}

function readBook(db: ReadDb, version: string): RuleBook {
  const rows = db.read<[], Record<string, unknown>>('SELECT * FROM automation WHERE is_on = 1 ORDER BY position, id').all();
  const byBucket = new Map<string, Rule[]>();
  const rules: Rule[] = [];
  const catalogues = new Map<string, FilterCatalogue>();
  for (const row of rows) {
    const rule = prepareRule(db, decodeRow(automationRecord, row), catalogues);
    // A condition that no longer holds water (its custom field went) must not fire for everybody.
    if (!rule) continue;
    rules.push(rule);
    const bucket = bucketOf(rule.automation.event);
    byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), rule]);
  }
  return { version, byBucket, rules };
}

function prepareRule(db: ReadDb, automation: AutomationRow, catalogues: Map<string, FilterCatalogue>): Rule | undefined {
  const entity = entityOf(automation.event);
  let catalogue = catalogues.get(entity);
  if (!catalogue) catalogues.set(entity, (catalogue = filterCatalogueOf(entity, readCustomFields(db))));
  const prepared = prepareFilter(automation.conditions, catalogue);
  if (prepared.type === 'refused') return undefined;
  const { conditions } = automation;
  const hasConditions = 'any' in conditions || conditions.all.length > 0;
  return { automation, catalogue, passes: prepared.passes, hasConditions };
}
