import type { ReadDb } from '#core/database/connection.ts';

/** The bytes that a record needs from the file store. */
export interface HeldFile {
  /** The record's id, and what it calls the file. */
  readonly id: string;
  readonly name: string;
  readonly hash: string;
}

/** The field with a hash, by the kind of record: attached files, templates, and the templates of what was made of them. */
const hashFields: Readonly<Record<string, string>> = { file: 'hash', document_template: 'hash', document: 'templateHash' };

/** Everything kept that has bytes in the file store, by id. */
export function heldFiles(db: ReadDb): readonly HeldFile[] {
  return db
    .read<[], HeldFile>(
      `SELECT id, name, hash FROM file
       UNION ALL SELECT id, name, hash FROM document_template
       UNION ALL SELECT id, number, template_hash FROM document WHERE template_hash IS NOT NULL
       ORDER BY id`,
    )
    .all();
}

/** The hash of the bytes a record needs; undefined when it needs none. */
export function hashHeldBy(recordType: string, row: object): string | undefined {
  const field = hashFields[recordType];
  const hash = field === undefined ? undefined : (row as Readonly<Record<string, unknown>>)[field];
  return typeof hash === 'string' ? hash : undefined;
}
