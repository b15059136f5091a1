import type { FieldType } from '#shared/filter/operators.ts';

// What is kept under a custom field's key may be of another type than the field says: it came before the field, or from
// another program. Such a value counts as none, in SQL as in hand.

const day = /^\d{4}-\d\d-\d\d$/;
const dayGlob = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';

/** @param values the SQL of the JSON object that holds all custom values */
export function customSql(values: string, key: string, type: FieldType): string {
  const path = `'$.${JSON.stringify(key).replaceAll("'", "''")}'`;
  const [kind, value] = [`json_type(${values}, ${path})`, `${values} ->> ${path}`];
  switch (type) {
    case 'number':
      // JSON's whole numbers beyond 2^53 would be compared by digits that JavaScript doesn't see.
      return `CASE WHEN ${kind} IN ('integer', 'real') THEN CAST(${value} AS REAL) END`;
    case 'boolean':
      return `${kind} = 'true'`;
    case 'words':
      return `CASE ${kind} WHEN 'array' THEN ${values} -> ${path} END`;
    case 'date':
      return `CASE WHEN ${value} GLOB '${dayGlob}' THEN ${value} END`;
    default:
      return `CASE ${kind} WHEN 'text' THEN ${value} END`;
  }
}

/** The value where it is of the field's type; null otherwise. */
export function customValue(value: unknown, type: FieldType): unknown {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return value === true;
    case 'words':
      return Array.isArray(value) ? value : null;
    case 'date':
      return typeof value === 'string' && day.test(value) ? value : null;
    default:
      return typeof value === 'string' ? value : null;
  }
}
