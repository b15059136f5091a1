import type { ReadDb } from '#core/database/connection.ts';
import { customValue } from '#core/filter/custom-values.ts';
import { filterableNamed } from '#core/filter/filterable.ts';
import type { Reading } from '#core/filter/filterable.ts';
import type { FilterCatalogue } from '#shared/filter/catalogue.ts';
import type { ReadField } from '#shared/filter/evaluate.ts';

export interface RecordInHand {
  /** The entity's name. */
  readonly entity: string;
  readonly row: object;
  readonly db: ReadDb;
  readonly catalogue: FilterCatalogue;
}

/** Reads the fields of one record as filters ask for them, each once: for a moment's use, while the record is as it is. */
export function readerOf({ entity, row, db, catalogue }: RecordInHand): ReadField {
  const { fields, customs } = filterableNamed<object>(entity);
  const found = new Map<string, unknown>();
  const values = new Map<string, unknown>();
  const reading: Reading = {
    db,
    once<Found>(key: string, find: () => Found) {
      if (!found.has(key)) found.set(key, find());
      return found.get(key) as Found;
    },
  };
  function read(key: string): unknown {
    const field = fields[key];
    if (field) return field.read(row, reading);
    const [prefix, custom] = Object.entries(customs).find(([start]) => key.startsWith(start)) ?? [];
    const type = catalogue.get(key)?.type;
    if (prefix === undefined || custom === undefined || type === undefined) return null;
    return customValue(custom.read(row, reading)[key.slice(prefix.length)], type);
  }
  return (key) => {
    let value = values.get(key);
    if (value === undefined) values.set(key, (value = read(key) ?? null));
    return value;
  };
}
