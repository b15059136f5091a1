import type { Change } from '#shared/history/contract.ts';

export interface FieldChange {
  readonly change: Change;
  readonly from: unknown;
  readonly to: unknown;
}

/** Picks the changes of a field; "custom.KEY" is one value within the field "custom". */
export function changesOfField(rows: readonly Change[], field: string): readonly FieldChange[] {
  const [name = field, key] = field.split(/\.(.*)/s);
  return rows.flatMap((change) => {
    if (change.recordType !== 'party') return [];
    const found = change.fields.find((one) => one.field === name);
    if (found === undefined) return [];
    if (key === undefined) return [{ change, from: found.from, to: found.to }];
    const [from, to] = [valueOf(found.from, key), valueOf(found.to, key)];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ change, from, to }];
  });
}

function valueOf(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[key] : undefined;
}
