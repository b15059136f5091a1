import type { ReadDb } from '#core/database/connection.ts';
import { catalogueOf } from '#shared/filter/catalogue.ts';
import type { CustomFieldShape, FilterCatalogue, FilterEntity } from '#shared/filter/catalogue.ts';

/** What stands by while a record is read. */
export interface Reading {
  readonly db: ReadDb;
  /** What is found for a key, looked up once for all the fields that come from it. */
  once<Found>(key: string, find: () => Found): Found;
}

export interface FilterableField<Row> {
  /** The SQL of its value, by the name that the table has in the query: JSON of a list, 1 or 0 of a boolean, NULL or '' of nothing. */
  sql(row: string): string;
  /** The SQL of a list's element, by the name of its row of json_each; left out where the element is a text. */
  element?(element: string): string;
  /** The same value of a record in hand; of a list, an array of texts. */
  read(row: Row, reading: Reading): unknown;
}

/** The custom fields' values, as one JSON object. */
export interface FilterableCustoms<Row> {
  sql(row: string): string;
  read(row: Row, reading: Reading): Readonly<Record<string, unknown>>;
}

/** How a kind of record answers what `entity` says can be asked of it. */
export interface Filterable<Row> {
  readonly entity: FilterEntity;
  readonly table: string;
  readonly fields: Readonly<Record<string, FilterableField<Row>>>;
  /** By the prefixes that the entity names. */
  readonly customs: Readonly<Record<string, FilterableCustoms<Row>>>;
}

const registry = new Map<string, Filterable<never>>();

/**
 * Makes a kind of record filterable, in SQL and in hand, once filterables.ts names it.
 * @throws where what the entity promises and what is defined differ
 * @example
 * const client = throughRecord('client', partyFilterable, { id: (deal) => `${deal}.client_id`, find: (deal, { db }) => findParty(db, deal.clientId) });
 * export const dealFilterable = defineFilterable<Deal>({
 *   entity: dealFilterEntity, // shared/deal/filter-entity.ts, made with through('client', partyFilterEntity)
 *   table: 'deal',
 *   fields: { amount: { sql: (deal) => `${deal}.amount`, read: (deal) => deal.amount }, ...client.fields },
 *   customs: client.customs,
 * });
 */
export function defineFilterable<Row>(filterable: Filterable<Row>): Filterable<Row> {
  const { entity, fields, customs } = filterable;
  const promised = [...Object.keys(entity.fields), ...entity.customPrefixes].sort();
  const defined = [...Object.keys(fields), ...Object.keys(customs)].sort();
  if (promised.join() !== defined.join()) {
    const differing = [...promised, ...defined].filter((key) => promised.includes(key) !== defined.includes(key));
    throw new Error(`the filter of ${entity.name} says otherwise than its definition: ${differing.join(', ')}`);
  }
  registry.set(entity.name, filterable);
  return filterable;
}

/** @throws when no kind of record is filterable under this name */
export function filterableNamed<Row>(name: string): Filterable<Row> {
  const found = registry.get(name);
  if (!found) throw new Error(`nothing filterable is named ${name}`);
  return found as unknown as Filterable<Row>;
}

/** All that can be asked of a kind of record, its custom fields included. */
export function filterCatalogueOf(name: string, customFields: readonly CustomFieldShape[]): FilterCatalogue {
  return catalogueOf(filterableNamed(name).entity, customFields);
}
