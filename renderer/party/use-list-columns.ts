import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import type { PartyType } from '#shared/party/fields.ts';
import { chosenColumns, knownColumns, moveColumn, resizeColumn, toggleColumn } from './list-columns.ts';
import type { KeptColumn, KnownColumn } from './list-columns.ts';

/** A column with its name in the user's language. */
export interface NamedColumn extends KnownColumn {
  readonly label: string;
}

export interface ListColumns {
  /** Those shown, in order, with their widths. */
  readonly shown: readonly NamedColumn[];
  /** Those that could be shown besides. */
  readonly others: readonly NamedColumn[];
  readonly toggle: (column: KeptColumn) => void;
  readonly resize: (field: string, width: number) => void;
  readonly move: (field: string, to: string) => void;
  readonly reset: () => void;
}

/** The columns of the list as the user has set them. Those that make no sense for this list are not shown, but kept. */
export function useListColumns(type: PartyType | null): ListColumns {
  const t = useText();
  const { listColumns } = useSettings();
  const update = useUpdateSettings();
  const customFields = useQuery(api.customField.list.queryOptions()).data;
  const fieldRight = useFieldRights();
  const known = useMemo(
    () =>
      knownColumns(customFields ?? [])
        .filter(({ field }) => fieldRight(field) !== 'hide')
        .map((column) => ({
          ...column,
          label: 'message' in column.name ? t(column.name.message) : column.name.words,
        })),
    [customFields, fieldRight, t],
  );
  return useMemo(() => {
    const kept = chosenColumns(listColumns, known);
    const fits = (column: KnownColumn) => type === null || column.partyType === null || column.partyType === type;
    const shown = kept.flatMap(({ field, width }) => {
      const column = known.find((candidate) => candidate.field === field);
      return column !== undefined && fits(column) ? [{ ...column, width }] : [];
    });
    const others = known.filter((column) => fits(column) && !kept.some(({ field }) => field === column.field));
    const keep = (columns: readonly KeptColumn[]) =>
      void update({ listColumns: columns.map(({ field, width }) => ({ field, width })) });
    return {
      shown,
      others,
      toggle: (column) => keep(toggleColumn(kept, column)),
      resize: (field, width) => keep(resizeColumn(kept, field, width)),
      move: (field, to) => keep(moveColumn(kept, field, to)),
      reset: () => keep([]),
    };
  }, [known, listColumns, type, update]);
}
