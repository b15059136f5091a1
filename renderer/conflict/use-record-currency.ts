import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { isMoney } from '#renderer/conflict/value-words.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';

interface RecordField {
  readonly recordType: string;
  readonly recordId: string;
  readonly field: string;
}

/** What the amounts of a record are in: a deal may have a currency of its own. */
export function useRecordCurrency({ recordType, recordId, field }: RecordField): string {
  const usual = useCurrencyCode();
  const enabled = recordType === 'deal' && isMoney({ recordType, field });
  const deal = useQuery(api.deal.get.queryOptions({ input: { id: recordId }, enabled }));
  return deal.data?.currency ?? usual;
}
