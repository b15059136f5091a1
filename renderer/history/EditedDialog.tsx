import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';

interface EditedDialogProps {
  /** Records edited since the act; null while there is nothing to ask. */
  readonly edited: {
    readonly count: number;
    readonly records: readonly { readonly id: string; readonly title: string }[];
  } | null;
  readonly onUndoRest: () => void;
  readonly onLeave: () => void;
}

const namedAtMost = 12;

/** Says which records were edited since an act, and asks whether to undo all but those. */
export function EditedDialog({ edited, onUndoRest, onLeave }: EditedDialogProps) {
  const t = useText();
  const count = edited?.count ?? 0;
  const named = edited?.records.slice(0, namedAtMost) ?? [];
  return (
    <Modal
      opened={edited !== null}
      onClose={onLeave}
      title={t('history.edited.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      centered
    >
      <Stack gap="sm">
        <Text>
          <Message id="history.edited.text" values={{ count }} />
        </Text>
        <List size="md" withPadding>
          {named.map(({ id, title }) => (
            <List.Item key={id}>{title}</List.Item>
          ))}
        </List>
        {count > named.length && (
          <Text c="dimmed">
            <Message id="history.edited.more" values={{ count: count - named.length }} />
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            <Message id="history.edited.leave" />
          </Button>
          <Button onClick={onUndoRest}>
            <Message id="history.edited.rest" />
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
