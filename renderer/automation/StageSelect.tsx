import { Select } from '@mantine/core';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';

interface StageSelectProps {
  readonly label: string;
  /** What it means when none is chosen; left out where one has to be. */
  readonly nothing?: string;
  readonly value: string | null;
  readonly onChange: (stageId: string | null) => void;
}

/** A stage of any pipeline. */
export function StageSelect({ label, nothing, value, onChange }: StageSelectProps) {
  const { pipelines } = usePipelines();
  return (
    <Select
      label={label}
      {...(nothing === undefined ? { allowDeselect: false } : { placeholder: nothing, clearable: true })}
      maw={320}
      searchable
      data={(pipelines ?? []).map(({ name, stages }) => ({
        group: name,
        items: stages.map((stage) => ({ value: stage.id, label: stage.name })),
      }))}
      value={value === '' ? null : value}
      onChange={onChange}
    />
  );
}
