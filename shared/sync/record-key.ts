/** What names a record among all. */
export type RecordKey = readonly [type: string, id: string];

/** The same as one text, to look records up by. */
export function keyOf(record: RecordKey | { readonly type: string; readonly id: string }): string {
  const [type, id] = 'type' in record ? [record.type, record.id] : record;
  return `${type}|${id}`;
}
