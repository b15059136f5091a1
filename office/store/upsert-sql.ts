import type { Table } from '#office/store/office-store.ts';

/** The statement that writes rows of a table, but for where they come from. */
export function upsertSql({ name, columns, key, set }: Table, source: string): string {
  const names = Object.keys(columns);
  const taken = names.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const change = set === undefined ? taken.join(', ') : set;
  const action = change === null || change === '' ? 'NOTHING' : `UPDATE SET ${change}`;
  return `INSERT INTO ${name} (${names.join(', ')}) ${source} ON CONFLICT (${key.join(', ')}) DO ${action}`;
}
