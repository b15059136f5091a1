import { NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import { restrictions } from '#shared/people/rights.ts';
import type { Restriction, Rights } from '#shared/people/rights.ts';

interface StageRightsProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}

/** Which stages a role doesn't see, or only sees. */
export function StageRights({ rights, onChange }: StageRightsProps) {
  const t = useText();
  const { pipelines = [] } = usePipelines();
  const choices = ['open', ...restrictions.toReversed()] as const;
  const data = choices.map((choice) => ({ value: choice, label: t(`roles.stage.${choice}`) }));
  return (
    <Stack gap="sm">
      {pipelines.map(({ id, name, stages }) => (
        <div key={id} role="group" aria-label={name}>
          {pipelines.length > 1 && <Text fw={600}>{name}</Text>}
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" verticalSpacing="xs">
            {stages.map((stage) => (
              <NativeSelect
                key={stage.id}
                label={stage.name}
                data={data}
                value={rights.stages[stage.id] ?? 'open'}
                onChange={(event) => {
                  const { [stage.id]: _, ...others } = rights.stages;
                  const right = event.currentTarget.value;
                  onChange({ ...rights, stages: right === 'open' ? others : { ...others, [stage.id]: right as Restriction } });
                }}
              />
            ))}
          </SimpleGrid>
        </div>
      ))}
    </Stack>
  );
}
