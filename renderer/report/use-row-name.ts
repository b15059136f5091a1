import { useText } from '#renderer/app/text.ts';
import { useMonthName } from '#renderer/deal/forecast/month-name.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import type { PartyKind } from '#shared/party/fields.ts';
import type { SalesGrouping, SalesRow } from '#shared/report/contract.ts';

/** What a row of the report of sales is called. */
export function useRowName(by: SalesGrouping): (row: Pick<SalesRow, 'key' | 'name'>) => string {
  const t = useText();
  const personName = usePersonName();
  const monthName = useMonthName();
  return ({ key, name }) => {
    switch (by) {
      case 'owner':
        return personName(key === '' ? null : key) || name;
      case 'month':
        return monthName(key);
      case 'kind':
        return t(`party.kinds.${key as PartyKind}`);
      case 'branch':
        return key === '' ? t('branch.office') : name || key;
      case 'product':
        return key === '' ? t('report.noProduct') : name;
      default:
        return key === '' ? t('report.notSaid') : key;
    }
  };
}
