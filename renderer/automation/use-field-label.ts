import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';

/** `labelOf(record, field)`: what a field of a record is called. */
export function useFieldLabel(): (record: 'party' | 'client' | 'deal' | 'lead', field: string) => string {
  const { messages } = useIntl();
  const custom = useCustomFields();
  return useMemo(
    () => (record, field) => {
      const own = custom.find(({ key }) => field === `custom.${key}`);
      if (own !== undefined) return own.label;
      const label = messages[`${record === 'client' ? 'party' : record}.field.${field}`] ?? messages[`deal.asked.${field}`];
      return typeof label === 'string' ? label : field;
    },
    [custom, messages],
  );
}
