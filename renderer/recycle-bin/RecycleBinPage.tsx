import { Button, Group, Text, Title } from '@mantine/core';
import { IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { RowsFailed, mostSelected, useSelection, VirtualGrid } from '#renderer/grid/index.ts';
import { PartyCell, useIdsBetween, usePartyRows } from '#renderer/party/index.ts';
import type { PartyRow } from '#shared/party/contract.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import page from '#renderer/app/page.module.css';

// Deleting is the last change of what lies here: newest first.
const view = { filter: { deleted: true }, sort: { field: 'deletedAt', direction: 'descending' } } as const;
const fields = [
  ['title', 200],
  ['type', 110],
  ['phone', 150],
  ['email', 180],
  ['deletedAt', 180],
] as const;

/** Whatever was deleted: to be brought back, or removed for good. */
export function RecycleBinPage() {
  const t = useText();
  const rows = usePartyRows(view);
  const idsBetween = useIdsBetween(view);
  const total = rows.total ?? 0;
  const selection = useSelection({ total, idsBetween, onError: notifyError });
  const [leaving, setLeaving] = useState<readonly string[] | null>(null);
  const restore = useMutation(
    api.party.restoreMany.mutationOptions({
      onSuccess: ({ actId, changed }) => {
        selection.clear();
        notifyDone('recycleBin.restored', { count: changed }, { undoActId: actId });
      },
    }),
  );
  const columns = useMemo(
    () =>
      fields.map(([field, width]) => ({
        field,
        width,
        label: t(field === 'type' ? 'list.whatItIs' : `party.field.${field}`),
        render: (row: PartyRow) => <PartyCell row={row} field={field} />,
      })),
    [t],
  );
  const askAboutAll = () => {
    idsBetween(0, Math.min(total, mostSelected)).then(setLeaving, notifyError);
  };
  const ticked = [...selection.ids];
  return (
    <section className={page.page} aria-labelledby="bin-title">
      <Group justify="space-between">
        <Group gap="sm" align="baseline">
          <Title order={1} size="h3" id="bin-title">
            <Message id="nav.recycleBin" />
          </Title>
          <Text c="dimmed" role="status">
            {rows.total === undefined ? '' : t('list.count', { count: total })}
          </Text>
        </Group>
        {total > 0 && (
          <Group gap="xs">
            {ticked.length > 0 && (
              <>
                <Text fw={600} role="status">
                  <Message id="list.selected" values={{ count: ticked.length }} />
                </Text>
                <Button
                  leftSection={<IconRestore size={16} aria-hidden />}
                  loading={restore.isPending}
                  onClick={() => restore.mutate({ ids: ticked })}
                >
                  <Message id="recycleBin.restore" />
                </Button>
                <Button
                  variant="light"
                  color="red"
                  leftSection={<IconTrashX size={16} aria-hidden />}
                  onClick={() => setLeaving(ticked)}
                >
                  <Message id="recycleBin.purge" />
                </Button>
              </>
            )}
            <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={askAboutAll}>
              <Message id="recycleBin.empty" />
            </Button>
          </Group>
        )}
      </Group>
      {rows.error !== null && <RowsFailed error={rows.error} retry={rows.retry} />}
      <div className={page.fill}>
        {rows.total === 0 ? (
          <EmptyState
            icon={<IconTrash size={30} aria-hidden />}
            title={<Message id="recycleBin.nothing.title" />}
            text={<Message id="recycleBin.nothing.text" />}
            actions={
              <Button variant="default" component={Link} href="/contacts">
                <Message id="recycleBin.toList" />
              </Button>
            }
          />
        ) : (
          <VirtualGrid
            label={t('nav.recycleBin')}
            columns={columns}
            rows={rows}
            idOf={(row) => row.id}
            titleOf={(row) => row.title}
            selection={selection}
            placeKey="recycle-bin"
            rowAction={(row) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('recycleBin.restoreOne', { name: row.title })}
                onClick={() => restore.mutate({ ids: [row.id] })}
              >
                <Message id="recycleBin.restore" />
              </Button>
            )}
          />
        )}
      </div>
      <PurgeDialog
        ids={leaving}
        onClose={() => setLeaving(null)}
        onPurged={() => {
          selection.clear();
          setLeaving(null);
        }}
      />
    </section>
  );
}
