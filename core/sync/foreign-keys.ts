import type { ReadDb } from '#core/database/connection.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';

interface Key {
  readonly field: string;
  readonly table: string;
}

const keysByType = new WeakMap<object, readonly Key[]>();

/** The fields of a type that name rows of other tables, as the database has them. */
function keysOf(db: ReadDb, type: AnyRecordType): readonly Key[] {
  let found = keysByType.get(type);
  if (!found) {
    const fields = Object.entries(type.fields as Readonly<Record<string, RecordField>>);
    const rows = db.read<[string], { from: string; table: string }>('SELECT "from", "table" FROM pragma_foreign_key_list(?)');
    found = rows.all(type.table).flatMap(({ from, table }) => {
      const field = fields.find(([, { column }]) => column === from)?.[0];
      return field === undefined ? [] : [{ field, table }];
    });
    keysByType.set(type, found);
  }
  return found;
}

/** The fields of a record that came which name a row that isn't here. */
export function missingParents(db: ReadDb, type: AnyRecordType, fields: Readonly<Record<string, unknown>>): readonly string[] {
  return keysOf(db, type).flatMap(({ field, table }) => {
    const id = fields[field];
    if (typeof id !== 'string') return [];
    return db.readColumn<[string], number>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined ? [field] : [];
  });
}
