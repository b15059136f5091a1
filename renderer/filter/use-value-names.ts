import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useLostReasons, usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import { useBranchName } from '#renderer/sync/use-branches.ts';
import type { FilterField } from '#shared/filter/catalogue.ts';

type RecordKind = NonNullable<FilterField['record']>;

/** `nameOf(kind, id)`: what a record is called that a condition asks for; the id itself where it isn't known. */
export function useRecordName(): (kind: RecordKind, id: string) => string {
  const t = useText();
  const personName = usePersonName();
  const { pipelines } = usePipelines();
  const reasons = useLostReasons();
  const branchName = useBranchName();
  return useMemo(() => {
    const all = pipelines ?? [];
    const names = new Map([
      ...all.map(({ id, name }) => [id, name] as const),
      ...all.flatMap(({ name, stages }) =>
        stages.map((stage) => [stage.id, all.length > 1 ? `${name}: ${stage.name}` : stage.name] as const),
      ),
      ...reasons.map(({ id, name }) => [id, name] as const),
    ]);
    return (kind, id) => {
      if (kind === 'user') return id === 'me' ? t('filter.me') : personName(id) || id;
      if (kind === 'branch') return branchName(id) || id;
      return names.get(id) ?? id;
    };
  }, [pipelines, reasons, personName, branchName, t]);
}
