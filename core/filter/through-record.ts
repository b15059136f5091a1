import type { Filterable, FilterableCustoms, FilterableField, Reading } from '#core/filter/filterable.ts';

export interface Way<Row, Other> {
  /** The SQL of the other record's id, by the name that the table has in the query. */
  id(row: string): string;
  find(row: Row, reading: Reading): Other | undefined;
}

/** The fields of a record that another leads to, under the names that `through` in shared/filter/catalogue.ts gives them. */
export function throughRecord<Row, Other>(
  name: string,
  other: Filterable<Other>,
  way: Way<Row, Other>,
): Pick<Filterable<Row>, 'fields' | 'customs'> {
  const sqlOf = (row: string, inner: { sql(row: string): string }) => {
    const alias = `${row}_${name}`;
    return `(SELECT ${inner.sql(alias)} FROM ${other.table} ${alias} WHERE ${alias}.id = ${way.id(row)})`;
  };
  /** What is looked up on the way from the other record is another's than what is looked up from this one. */
  const follow = (row: Row, reading: Reading) => {
    const found = reading.once(name, () => way.find(row, reading));
    return { found, reading: { ...reading, once: nested(reading, name) } };
  };
  const field = (inner: FilterableField<Other>): FilterableField<Row> => ({
    sql: (row) => sqlOf(row, inner),
    ...(inner.element && { element: inner.element }),
    read: (row, outer) => {
      const { found, reading } = follow(row, outer);
      return found === undefined ? null : inner.read(found, reading);
    },
  });
  const customs = (inner: FilterableCustoms<Other>): FilterableCustoms<Row> => ({
    sql: (row) => sqlOf(row, inner),
    read: (row, outer) => {
      const { found, reading } = follow(row, outer);
      return found === undefined ? {} : inner.read(found, reading);
    },
  });
  return { fields: renamed(name, other.fields, field), customs: renamed(name, other.customs, customs) };
}

function nested(reading: Reading, name: string): Reading['once'] {
  return (key, find) => reading.once(`${name}.${key}`, find);
}

function renamed<From, To>(name: string, all: Readonly<Record<string, From>>, make: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [`${name}.${key}`, make(one)]));
}
