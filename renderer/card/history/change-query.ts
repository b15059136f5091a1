import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Change } from '#shared/history/contract.ts';

/** As far back as a field's own history looks. */
const changesRead = 500;

export interface FieldChange {
  readonly change: Change;
  readonly from: unknown;
  readonly to: unknown;
}

/** The changes of one field of a card, newest first; asked for only when wanted. */
export function useFieldChanges({
  partyId,
  field,
  isWanted,
}: {
  readonly partyId: string;
  readonly field: string;
  readonly isWanted: boolean;
}) {
  const { data, isError, refetch } = useQuery(
    api.history.ofParty.queryOptions({ input: { id: partyId, limit: changesRead }, enabled: isWanted }),
  );
  return { changes: data === undefined ? undefined : changesOfField(data.rows, field), isError, retry: () => void refetch() };
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
