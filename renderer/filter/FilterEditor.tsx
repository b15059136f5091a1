import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import type { FilterEntityName } from '#renderer/filter/entities.ts';
import { GroupEditor } from '#renderer/filter/GroupEditor.tsx';
import { readNodes, writeNodes } from '#renderer/filter/nodes.ts';
import { useFilterFields } from '#renderer/filter/use-filter-fields.ts';
import type { Condition, Filter } from '#shared/filter/filter.ts';
import { validateFilter } from '#shared/filter/validate-filter.ts';

interface FilterEditorProps {
  readonly entity: FilterEntityName;
  readonly value: Filter;
  readonly onChange: (filter: Filter) => void;
}

/**
 * Conditions on a kind of record, as sentences one fills in. What it gives may not be whole yet: `useFilterProblems` says.
 */
export function FilterEditor({ entity, value, onChange }: FilterEditorProps) {
  const fields = useFilterFields(entity);
  const root = useMemo(() => readNodes(value), [value]);
  const problems = useMemo(() => validateFilter(value, fields.catalogue), [value, fields.catalogue]);
  const byCondition = useMemo(
    () => new Map(problems.map((problem) => [conditionAt(value, problem.path), problem] as const)),
    [problems, value],
  );
  return (
    <>
      <GroupEditor
        group={root}
        fields={fields}
        depth={1}
        problemOf={(condition) => byCondition.get(condition)}
        onChange={(next) => onChange(writeNodes(next))}
      />
      {problems.some(({ code }) => code === 'tooMany') && (
        <Text size="sm" c="var(--mantine-color-error)">
          <Message id="filter.problem.tooMany" />
        </Text>
      )}
    </>
  );
}

/** How many things of a filter are unfinished or wrong. */
export function useFilterProblems(entity: FilterEntityName, filter: Filter): number {
  const { catalogue } = useFilterFields(entity);
  return useMemo(() => validateFilter(filter, catalogue).length, [filter, catalogue]);
}

/** The condition that a problem's path leads to; the path's last part is what of it is wrong. */
function conditionAt(filter: Filter, path: readonly (string | number)[]): Condition | undefined {
  let at: unknown = filter;
  for (const part of path.slice(0, -1)) at = (at as Readonly<Record<string | number, unknown>> | undefined)?.[part];
  return at as Condition | undefined;
}
