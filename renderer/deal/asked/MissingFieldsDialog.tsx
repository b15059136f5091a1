import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useLocale } from '#renderer/date/locale.ts';
import { isTyped, readAsked } from '#renderer/deal/asked/asked-field.ts';
import type { AskedChanges, AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { AskedFields, useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import { saveAsked } from '#renderer/deal/asked/save-asked.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

interface Blocked {
  readonly deal: DealRow;
  readonly stage: Stage;
  readonly fields: readonly string[];
}

interface MissingFieldsDialogProps {
  /** Null while it is closed. */
  readonly blocked: Blocked | null;
  readonly onClose: () => void;
  /** Called when all that can be typed here was saved. */
  readonly onFilled: (blocked: Blocked) => void;
}

/** What a deal still needs before it may go to a stage, to be filled in at once. */
export function MissingFieldsDialog({ blocked, onClose, onFilled }: MissingFieldsDialogProps) {
  return (
    <Modal opened={blocked !== null} onClose={onClose} title={<Message id="deal.missing.title" />}>
      {blocked !== null && (
        <Missing key={blocked.deal.id + blocked.stage.id} blocked={blocked} onClose={onClose} onFilled={onFilled} />
      )}
    </Modal>
  );
}

function Missing({ blocked, onClose, onFilled }: MissingFieldsDialogProps & { readonly blocked: Blocked }) {
  const { deal, stage } = blocked;
  const labelOf = useAskedLabel();
  const locale = useLocale();
  const typed = blocked.fields.filter(isTyped);
  const elsewhere = blocked.fields.filter((field) => !isTyped(field));
  const [draft, setDraft] = useState<AskedDraft>(() => Object.fromEntries(typed.map((field) => [field, ''])));
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (changes: AskedChanges) => saveAsked(deal, changes),
    onSuccess: () => onFilled(blocked),
  });
  const submit = () => {
    const read = readAsked(draft, { deal, locale });
    if (read.type === 'unreadable') setUnreadable(read.field);
    else save.mutate(read.changes);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Text>
          <Message id="deal.missing.text" values={{ title: deal.title, stage: stage.name }} />
        </Text>
        <AskedFields
          fields={typed}
          draft={draft}
          unreadable={unreadable}
          onChange={(next) => {
            setUnreadable(null);
            setDraft(next);
          }}
        />
        {elsewhere.length > 0 && (
          <div>
            <Text c="dimmed">
              <Message id="deal.missing.elsewhere" />
            </Text>
            <List>
              {elsewhere.map((field) => (
                <List.Item key={field}>{labelOf(field)}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          {elsewhere.length > 0 && (
            <Button component={Link} href={dealPath(deal.id)} variant={typed.length > 0 ? 'default' : 'filled'} onClick={onClose}>
              <Message id="deal.missing.open" />
            </Button>
          )}
          {typed.length > 0 && (
            <Button type="submit" loading={save.isPending}>
              <Message id="deal.missing.save" />
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
