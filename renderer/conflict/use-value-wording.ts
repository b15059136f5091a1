import { useMemo } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import type { ValueWording } from '#renderer/conflict/value-words.ts';
import { useCurrency } from '#renderer/custom-field/currency.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useLostReasons, usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import { useBranchName } from '#renderer/sync/use-branches.ts';

/** What values of any record are put into words with. */
export function useValueWording(): ValueWording {
  const t = useText();
  const format = useFormat();
  const personName = usePersonName();
  const branchName = useBranchName();
  const customFields = useCustomFields();
  const { writeMoney: customMoney } = useCurrency();
  const { pipelines } = usePipelines();
  const reasons = useLostReasons();
  return useMemo(() => {
    const all = pipelines ?? [];
    const names = new Map(
      [...all, ...all.flatMap(({ stages }) => stages), ...reasons].map(({ id, name }) => [id, name] as const),
    );
    return { t, format, personName, branchName, customFields, customMoney, recordName: (id) => names.get(id) };
  }, [t, format, personName, branchName, customFields, customMoney, pipelines, reasons]);
}
