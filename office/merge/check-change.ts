import { changeSchema, isThere } from '#shared/sync/record-state.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import { allScopes, everybody, officeOnly } from '#shared/sync/scope-rules.ts';

/** Characters of JSON that a change may have: a note of 16 megabytes has to pass. */
export const largestChange = 24 * 1024 * 1024;

/** Ids go into columns and lists parted by commas: what a database, a URL or a log could stumble over is kept out. */
const plainId = /^[!-+\--~]{1,64}$/;
const reserved: ReadonlySet<string> = new Set([everybody, officeOnly, allScopes]);

/** Whether something may be the id of a record. */
export function isPlainId(id: unknown): id is string {
  return typeof id === 'string' && plainId.test(id);
}

export type Checked =
  | { readonly type: 'good'; readonly change: RecordChange }
  | { readonly type: 'bad'; readonly code: RefusalCode };

/** Looks at one change by itself. */
export function checkChange(given: RecordChange): Checked {
  const parsed = changeSchema.safeParse(given);
  if (!parsed.success) return { type: 'bad', code: 'invalid' };
  const change = complete(parsed.data);
  if (!isPlainId(change.id) || !hasStamps(change) || !hasPlainScopes(change)) return { type: 'bad', code: 'invalid' };
  return { type: 'good', change };
}

/** A field that has a stamp and no value was emptied. */
function complete(change: RecordChange): RecordChange {
  if (change.gone !== null && !isThere({ base: change.base ?? '', gone: change.gone }))
    return { ...change, base: null, stamps: {}, fields: {} };
  const emptied = Object.keys(change.stamps).filter((field) => !(field in change.fields));
  if (emptied.length === 0) return change;
  return { ...change, fields: { ...change.fields, ...Object.fromEntries(emptied.map((field) => [field, null])) } };
}

function hasStamps({ base, gone, fields, stamps }: RecordChange): boolean {
  if (base !== null || gone !== null) return true;
  const names = Object.keys(fields);
  return names.length > 0 && names.every((field) => field in stamps);
}

/** A branch can't be called like what isn't one: a record would reach everybody. */
function hasPlainScopes({ fields: { branchId, sharedWith } }: RecordChange): boolean {
  const branches = [branchId, ...(Array.isArray(sharedWith) ? (sharedWith as readonly unknown[]) : [])];
  return branches.every((branch) => typeof branch !== 'string' || (isPlainId(branch) && !reserved.has(branch)));
}
