import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { ConditionRow, newCondition } from '#renderer/filter/ConditionRow.tsx';
import classes from '#renderer/filter/Filter.module.css';
import { isGroup, joinOf, joins, withJoin } from '#renderer/filter/nodes.ts';
import type { FilterNode, GroupNode, Join } from '#renderer/filter/nodes.ts';
import type { FilterFields } from '#renderer/filter/use-filter-fields.ts';
import type { Condition } from '#shared/filter/filter.ts';
import type { FilterProblem } from '#shared/filter/validate-filter.ts';

interface GroupEditorProps {
  readonly group: GroupNode;
  readonly fields: FilterFields;
  readonly problemOf: (condition: Condition) => FilterProblem | undefined;
  readonly onChange: (group: GroupNode) => void;
  /** Absent for the whole filter. */
  readonly onRemove?: () => void;
  readonly depth: number;
}

/** Deeper than this nobody follows. */
const deepestOffered = 3;

/** Conditions that go together, one under the other, and groups within. */
export function GroupEditor({ group, fields, problemOf, onChange, onRemove, depth }: GroupEditorProps) {
  const t = useText();
  const { items } = group;
  const setItems = (next: readonly FilterNode[]) => {
    if (next.length === 0 && onRemove !== undefined) onRemove();
    else onChange({ ...group, items: next });
  };
  const replace = (index: number, item: FilterNode) => setItems(items.map((one, place) => (place === index ? item : one)));
  const remove = (index: number) => setItems(items.filter((_, place) => place !== index));
  const isWhole = onRemove === undefined;
  const offered = isWhole ? (['all', 'any'] as const) : joins;
  return (
    <div className={isWhole ? undefined : classes.group} role="group" aria-label={t('filter.group')}>
      <Stack gap={8}>
        {(items.length > 1 || !isWhole) && (
          <Group justify="space-between" wrap="nowrap">
            <Select
              aria-label={t('filter.join')}
              size="xs"
              w={270}
              allowDeselect={false}
              data={offered.map((join) => ({ value: join, label: t(`filter.join.${join}`) }))}
              value={joinOf(group)}
              onChange={(join) => onChange(withJoin(group, (join ?? 'all') as Join))}
            />
            {onRemove !== undefined && (
              <ActionIcon variant="subtle" color="gray" aria-label={t('filter.removeGroup')} onClick={onRemove}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        )}
        {items.map((item, index) =>
          isGroup(item) ? (
            <GroupEditor
              key={index}
              group={item}
              fields={fields}
              problemOf={problemOf}
              depth={depth + 1}
              onChange={(next) => replace(index, next)}
              onRemove={() => remove(index)}
            />
          ) : (
            <ConditionRow
              key={index}
              condition={item}
              fields={fields}
              problem={problemOf(item)}
              onChange={(next) => replace(index, next)}
              onRemove={() => remove(index)}
            />
          ),
        )}
        <Group gap={6}>
          <AddCondition fields={fields} onAdd={(condition) => setItems([...items, condition])} />
          {depth < deepestOffered && items.length > 0 && (
            <AddGroup fields={fields} onAdd={(inner) => setItems([...items, inner])} />
          )}
        </Group>
      </Stack>
    </div>
  );
}

interface AddConditionProps {
  readonly fields: FilterFields;
  readonly onAdd: (condition: Condition) => void;
}

/** What to look at is chosen first; how and with what follows. */
function AddCondition({ fields, onAdd }: AddConditionProps) {
  const t = useText();
  return (
    <Select
      key={fields.catalogue.size}
      aria-label={t('filter.add')}
      placeholder={t('filter.add')}
      w={230}
      searchable
      leftSection={<IconPlus size={16} aria-hidden />}
      nothingFoundMessage={t('filter.nothing')}
      maxDropdownHeight={320}
      data={fields.groups}
      value={null}
      onChange={(key) => {
        const field = key === null ? undefined : fields.catalogue.get(key);
        if (field !== undefined) onAdd(newCondition(field));
      }}
    />
  );
}

function AddGroup({ fields, onAdd }: { readonly fields: FilterFields; readonly onAdd: (group: GroupNode) => void }) {
  const [first] = fields.groups.flatMap(({ items }) => items);
  const field = first === undefined ? undefined : fields.catalogue.get(first.value);
  if (field === undefined) return null;
  return (
    <Button variant="subtle" size="compact-md" onClick={() => onAdd({ join: 'any', isNot: false, items: [newCondition(field)] })}>
      <Message id="filter.addGroup" />
    </Button>
  );
}
