import { ActionIcon, Button, Checkbox, Divider, Group, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { limitWidth } from '#renderer/grid/index.ts';
import type { ListColumns, NamedColumn } from './use-list-columns.ts';

const widthStep = 20;

/** Which columns there are, in which order and how wide: all that can be done by dragging, by keyboard too. */
export function ColumnsMenu({ columns }: { readonly columns: ListColumns }) {
  const t = useText();
  return (
    <Popover position="bottom-end" width={360} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          <Message id="list.columns" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.columns')} p="xs">
        <ScrollArea.Autosize mah="60vh" type="auto">
          <Stack gap={2} pe="sm">
            {columns.shown.map((column, position) => (
              <ShownColumn
                key={column.field}
                column={column}
                columns={columns}
                before={columns.shown[position - 1]?.field ?? null}
                after={columns.shown[position + 1]?.field ?? null}
              />
            ))}
            {columns.others.length > 0 && <Divider my={4} />}
            {columns.others.map((column) => (
              <ColumnTick key={column.field} column={column} isShown={false} columns={columns} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Divider my={6} />
        <Button variant="subtle" size="compact-md" fullWidth onClick={columns.reset}>
          <Message id="list.columns.reset" />
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ShownColumnProps {
  readonly column: NamedColumn;
  readonly columns: ListColumns;
  /** The columns on both sides. */
  readonly before: string | null;
  readonly after: string | null;
}

function ShownColumn({ column, columns, before, after }: ShownColumnProps) {
  const t = useText();
  const { field, label, width } = column;
  const buttons = [
    { key: 'narrower', icon: IconMinus, run: () => columns.resize(field, limitWidth(width - widthStep)) },
    { key: 'wider', icon: IconPlus, run: () => columns.resize(field, limitWidth(width + widthStep)) },
    { key: 'left', icon: IconArrowLeft, run: before === null ? null : () => columns.move(field, before) },
    { key: 'right', icon: IconArrowRight, run: after === null ? null : () => columns.move(field, after) },
  ] as const;
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <ColumnTick column={column} isShown columns={columns} />
      <Group gap={2} wrap="nowrap">
        {buttons.map(({ key, icon: Icon, run }) => (
          <ActionIcon
            key={key}
            variant="subtle"
            color="gray"
            aria-label={t(`list.columns.${key}`, { name: label })}
            disabled={run === null}
            onClick={run ?? undefined}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
      </Group>
    </Group>
  );
}

function ColumnTick({
  column,
  isShown,
  columns,
}: {
  readonly column: NamedColumn;
  readonly isShown: boolean;
  readonly columns: ListColumns;
}) {
  const t = useText();
  return (
    <Checkbox
      py={5}
      size="xs"
      label={column.label}
      aria-label={t('list.columns.show', { name: column.label })}
      checked={isShown}
      disabled={column.field === 'title'}
      onChange={() => columns.toggle(column)}
    />
  );
}
