import { ActionIcon, Autocomplete, Button, Group, Menu, Popover, Text, Tooltip } from '@mantine/core';
import { IconBuildingStore, IconStar, IconTag, IconTrash, IconUserCog } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import type { MessageValues } from '#renderer/app/text.ts';
import { mostSelected } from '#renderer/grid/index.ts';
import type { Selection } from '#renderer/grid/index.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { partyKinds } from '#shared/party/fields.ts';
import type { PartyKind } from '#shared/party/fields.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { openPlaceDialog } from '#renderer/sync/place-dialogs.ts';
import { useBranches } from '#renderer/sync/use-branches.ts';
import styles from './ListPage.module.css';

/** As many clients as go to another branch in one act. */
const mostMoved = 10_000;

interface BulkBarProps {
  readonly selection: Selection;
  readonly total: number;
}

/** What can be done with all those ticked, each of it as one act that can be undone. */
export function BulkBar({ selection, total }: BulkBarProps) {
  const t = useText();
  const ids = [...selection.ids];
  const change = useMutation(api.party.changeMany.mutationOptions());
  const remove = useMutation(
    api.party.deleteMany.mutationOptions({
      onSuccess: ({ actId, changed }) => {
        selection.clear();
        notifyDone('list.bulk.deleted', { count: changed }, { undoActId: actId });
      },
    }),
  );
  const changeAll = (wanted: Parameters<typeof change.mutateAsync>[0]['change'], told: MessageKey, values: MessageValues = {}) =>
    void change.mutateAsync({ ids, change: wanted }).then(
      ({ actId, changed }) => notifyDone(told, { ...values, count: changed }, { undoActId: actId }),
      // It has been said what went wrong.
      () => undefined,
    );
  const addTag = (tag: string) => changeAll({ type: 'addTag', tag }, 'list.bulk.tagged', { tag });
  const setKind = (kind: PartyKind) => changeAll({ type: 'setKind', kind }, 'list.bulk.kindSet');
  const setKey = () => changeAll({ type: 'setKey', isKey: true }, 'list.bulk.keySet');
  const canEdit = useCan('party.edit');
  const canDelete = useCan('party.delete');
  const canMark = useCan('party.markKey') && canEdit;
  const canMove = useCan('branch.moveClients');
  const hasBranches = useBranches().length > 0;
  const isBusy = change.isPending || remove.isPending;
  return (
    <div role="group" aria-label={t('list.bulk.label')} className={styles.bulk}>
      <Text fw={600} role="status">
        <Message id="list.selected" values={{ count: ids.length }} />
      </Text>
      {total > ids.length && ids.length < mostSelected && (
        <Button variant="subtle" size="compact-md" onClick={selection.selectAll}>
          <SelectAllText total={total} />
        </Button>
      )}
      <span className={styles.spacer} />
      {canEdit && <AddTag add={addTag} isBusy={isBusy} />}
      {canEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="compact-md" disabled={isBusy} leftSection={<IconUserCog size={16} aria-hidden />}>
              <Message id="list.bulk.setKind" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {partyKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => setKind(kind)}>
                <Message id={`party.kind.${kind}`} />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {canMark && (
        <Tooltip label={t('list.bulk.setKey')}>
          <ActionIcon size={30} variant="default" disabled={isBusy} aria-label={t('list.bulk.setKey')} onClick={setKey}>
            <IconStar size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {canMove && hasBranches && (
        <Button
          variant="default"
          size="compact-md"
          disabled={isBusy || ids.length > mostMoved}
          leftSection={<IconBuildingStore size={16} aria-hidden />}
          onClick={() => openPlaceDialog({ type: 'move', ids, name: '', onMoved: selection.clear })}
        >
          <Message id="sync.move.short" />
        </Button>
      )}
      {canDelete && (
        <Button
          variant="light"
          color="red"
          size="compact-md"
          loading={remove.isPending}
          disabled={isBusy}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove.mutate({ ids })}
        >
          <Message id="common.delete" />
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-md" onClick={selection.clear}>
        <Message id="list.unselect" />
      </Button>
    </div>
  );
}

function SelectAllText({ total }: { readonly total: number }) {
  const format = useFormat();
  const count = Math.min(total, mostSelected);
  return (
    <Message id={total > mostSelected ? 'list.selectFirst' : 'list.selectAllCount'} values={{ count: format.number(count) }} />
  );
}

function AddTag({ add, isBusy }: { readonly add: (tag: string) => void; readonly isBusy: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState('');
  const tags = useQuery(api.party.words.queryOptions()).data?.tags ?? [];
  const save = () => {
    if (tag.trim() === '') return;
    add(tag.trim());
    setTag('');
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom" width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          disabled={isBusy}
          leftSection={<IconTag size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          <Message id="list.bulk.addTag" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.bulk.addTag')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Group gap="xs" align="end" wrap="nowrap">
            <Autocomplete
              style={{ flex: 1 }}
              data-autofocus
              label={t('party.field.tags')}
              value={tag}
              maxLength={80}
              limit={30}
              data={tags}
              comboboxProps={{ withinPortal: false }}
              onChange={setTag}
            />
            <Button type="submit" disabled={tag.trim() === ''}>
              <Message id="common.add" />
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
