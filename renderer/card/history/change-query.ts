import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { changesOfField } from '#renderer/card/history/field-changes.ts';

/** As far back as a field's own history looks. */
const changesRead = 500;

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
