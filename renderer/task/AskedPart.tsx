import { Button, List, Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { AskedFields, useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import { dealPath } from '#renderer/deal/deal-path.ts';
import type { useCloseTask } from '#renderer/task/use-close-task.ts';

interface AskedPartProps {
  readonly closing: ReturnType<typeof useCloseTask>;
  readonly dealId: string | null;
  readonly onLeave: () => void;
}

/** What a task asks for before it can be closed; nothing where all is there. */
export function AskedPart({ closing, dealId, onLeave }: AskedPartProps) {
  const labelOf = useAskedLabel();
  const { typed, elsewhere, refused } = closing;
  if (typed.length + elsewhere.length === 0) return null;
  return (
    <Paper withBorder p="sm">
      <Text fw={600} mb="xs">
        <Message id="task.close.asks" />
      </Text>
      {refused !== null && (
        <Text size="sm" c="var(--mantine-color-error)" mb="xs" role="alert">
          <Message id="task.close.stillMissing" values={{ fields: refused.map(labelOf).join(', ') }} />
        </Text>
      )}
      <AskedFields
        fields={typed}
        optional={closing.optional}
        draft={closing.draft}
        unreadable={closing.unreadable}
        onChange={closing.setDraft}
      />
      {elsewhere.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt={typed.length > 0 ? 'sm' : 0}>
            <Message id="task.close.elsewhere" />
          </Text>
          <List size="sm">
            {elsewhere.map((field) => (
              <List.Item key={field}>{labelOf(field)}</List.Item>
            ))}
          </List>
          {dealId !== null && (
            <Button component={Link} href={dealPath(dealId)} variant="light" size="compact-md" mt="xs" onClick={onLeave}>
              <Message id="task.close.openDeal" />
            </Button>
          )}
        </>
      )}
    </Paper>
  );
}
