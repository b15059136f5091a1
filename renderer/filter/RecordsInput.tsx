import { MultiSelect, TagsInput } from '@mantine/core';
import type { MultiSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';
import { useLostReasons, usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import type { FilterField } from '#shared/filter/catalogue.ts';

interface RecordsInputProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'error' | 'defaultValue'> {
  readonly record: FilterField['record'];
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: MultiSelectProps['error'];
}

/** People, branches, stages, pipelines or reasons, several of them. */
export function RecordsInput({ record, ...props }: RecordsInputProps) {
  const data = useChoices(record);
  if (data === null) return <TagsInput {...(props as object)} />;
  return <MultiSelect searchable={props.value.length > 0 || data.length > 7} {...props} data={data} />;
}

type Choices = NonNullable<MultiSelectProps['data']>;

function useChoices(record: FilterField['record']): Choices | null {
  const t = useText();
  const people = useWorkingPeople();
  const personName = usePersonName();
  const { pipelines } = usePipelines();
  const reasons = useLostReasons();
  const { data: branches = [] } = useQuery(api.branch.list.queryOptions({ enabled: record === 'branch' }));
  const choice = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });
  switch (record) {
    case 'user':
      return [{ value: 'me', label: t('filter.me') }, ...people.map(({ id }) => ({ value: id, label: personName(id) }))];
    case 'pipeline':
      return (pipelines ?? []).map(choice);
    case 'stage':
      return (pipelines ?? []).map(({ name, stages }) => ({ group: name, items: stages.map(choice) }));
    case 'lostReason':
      return reasons.map(choice);
    case 'branch':
      return branches.length === 0 ? null : branches.map(choice);
    default:
      return null;
  }
}
