import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';

interface DealSelectProps {
  readonly partyId: string;
  readonly value: string | null;
  readonly onChange: (dealId: string | null) => void;
}

/** One of a client's open deals; nothing where there is none. */
export function DealSelect({ partyId, value, onChange }: DealSelectProps) {
  const t = useText();
  const { data } = useQuery(api.deal.list.queryOptions({ input: { filter: { partyId }, limit: 50 } }));
  const offered = (data?.rows ?? []).filter(({ id, status }) => status === 'open' || id === value);
  if (offered.length === 0) return null;
  return (
    <Select
      label={t('task.field.deal')}
      clearable
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
