import type { FilterField } from '#shared/filter/catalogue.ts';
import type { Bounds, Check } from '#shared/filter/resolve-condition.ts';

export interface Sql {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export interface FieldSql {
  readonly value: string;
  element?(element: string): string;
}

/** Up to so many values are parameters of their own, which an index can be asked for. */
const mostParameters = 20;

/** The SQL of a question: true for yes, false or NULL for no. What evaluate.ts answers on a record in hand. */
export function compileTest(check: Check, field: FilterField, sql: FieldSql): Sql {
  const { value } = sql;
  const key = (text: string) => (field.isCompact ? `replace(filter_key(${text}), ' ', '')` : `filter_key(${text})`);
  const element = (sql.element ?? textElement)('element');
  const some = (condition: string) => `EXISTS (SELECT 1 FROM json_each(${value}) AS element WHERE ${condition})`;
  switch (check.kind) {
    case 'filled':
      return { sql: field.type === 'words' ? some(`${element} <> ''`) : `${value} <> ''`, parameters: [] };
    case 'true':
      return { sql: `${value} = 1`, parameters: [] };
    case 'within':
      return compileBounds(value, check.bounds);
    case 'yearly': {
      const [day, word] = [`substr(${value}, 6)`, check.from <= check.to ? 'AND' : 'OR'];
      return { sql: `(${value} <> '' AND (${day} >= ? ${word} ${day} <= ?))`, parameters: [check.from, check.to] };
    }
    case 'oneOf':
      return compileMembers(value, check.values);
    case 'same':
      return { sql: `${key(value)} = ?`, parameters: [check.key] };
    case 'contains':
      return { sql: `instr(${key(value)}, ?) > 0`, parameters: [check.key] };
    case 'starts':
      return { sql: `instr(${key(value)}, ?) = 1`, parameters: [check.key] };
    case 'hasAny': {
      const members = compileMembers(key(element), check.keys);
      return { sql: some(members.sql), parameters: members.parameters };
    }
    case 'hasAll':
      return { sql: `(${check.keys.map(() => some(`${key(element)} = ?`)).join(' AND ')})`, parameters: check.keys };
    case 'hasPart':
      return { sql: some(`instr(${key(element)}, ?) > 0`), parameters: [check.key] };
  }
}

function textElement(element: string): string {
  return `CASE ${element}.type WHEN 'text' THEN ${element}.value END`;
}

function compileMembers(value: string, members: readonly string[]): Sql {
  if (members.length > mostParameters) {
    return { sql: `${value} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(members)] };
  }
  return { sql: `${value} IN (${members.map(() => '?').join(', ')})`, parameters: members };
}

function compileBounds(value: string, { from, above, to, below }: Bounds): Sql {
  const bounds = [
    ['>=', from],
    ['>', above],
    ['<=', to],
    ['<', below],
  ] as const;
  const given = bounds.flatMap(([sign, bound]) => (bound === undefined ? [] : [[sign, bound] as const]));
  return {
    sql: `(${given.map(([sign]) => `${value} ${sign} ?`).join(' AND ')})`,
    parameters: given.map(([, bound]) => bound),
  };
}
