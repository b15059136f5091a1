import { Button, Group, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import type { FilterEntityName } from '#renderer/filter/entities.ts';
import { FilterEditor, useFilterProblems } from '#renderer/filter/FilterEditor.tsx';
import { countConditions } from '#renderer/filter/nodes.ts';
import type { Filter } from '#shared/filter/filter.ts';

interface MoreFiltersProps {
  readonly entity: FilterEntityName;
  /** Undefined for none. */
  readonly value: Filter | undefined;
  readonly onChange: (filter: Filter | undefined) => void;
}

const nothing: Filter = { all: [] };

/** "More filters…": any conditions on a list, asked once they are whole and "Show" is pressed. */
export function MoreFilters({ entity, value, onChange }: MoreFiltersProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<Filter>(value ?? nothing);
  const problems = useFilterProblems(entity, draft);
  const count = value === undefined ? 0 : countConditions(value);
  const apply = (filter: Filter) => {
    setOpen(false);
    onChange(countConditions(filter) === 0 ? undefined : filter);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={660}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconAdjustments size={16} aria-hidden />}
          onClick={() => {
            setDraft(value ?? nothing);
            setOpen(!isOpen);
          }}
        >
          {count > 0 ? t('filter.moreActive', { count }) : t('filter.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.more')} maw="calc(100vw - 24px)">
        <Stack gap="sm">
          <ScrollArea.Autosize mah="55vh" type="auto">
            <FilterEditor entity={entity} value={draft} onChange={setDraft} />
          </ScrollArea.Autosize>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            {count > 0 && (
              <Button variant="subtle" onClick={() => apply(nothing)}>
                {t('filter.clear')}
              </Button>
            )}
            <Button disabled={problems > 0} onClick={() => apply(draft)}>
              {t('filter.apply')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
