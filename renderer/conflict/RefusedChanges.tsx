import { Button, Center, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconSend, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import type { Translate } from '#renderer/app/text.ts';
import { useText } from '#renderer/app/text.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import classes from '#renderer/conflict/Conflicts.module.css';
import { ConflictValue } from '#renderer/conflict/ConflictValue.tsx';
import { RecordLink } from '#renderer/conflict/RecordLink.tsx';
import { fieldLabel, typeLabel } from '#renderer/conflict/record-words.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { refusalCodes } from '#shared/sync/protocol.ts';
import type { RefusedChange } from '#shared/sync/contract.ts';

const pageSize = 50;

/** What head office did not take: why, what was in it, and what can be done. */
export function RefusedChanges() {
  const t = useText();
  const [dropped, setDropped] = useState<RefusedChange | null>(null);
  const refused = useInfiniteQuery(
    api.sync.refusedChanges.infiniteOptions({
      input: (offset: number) => ({ offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * pageSize < last.total ? pages.length * pageSize : undefined),
    }),
  );
  const rows = refused.data?.pages.flatMap(({ changes }) => changes);
  if (rows === undefined) {
    return refused.isError ? (
      <QueryFailed message="conflict.failedToRead" onRetry={() => void refused.refetch()} />
    ) : (
      <Center mih={240}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (rows.length === 0) {
    return <EmptyState icon={<IconCircleCheck size={28} />} title={t('sync.refused.title')} text={t('sync.refused.text')} />;
  }
  return (
    <>
      <ul className={`${classes.group} ${classes.list}`} aria-label={t('sync.refused.list')}>
        {rows.map((change) => (
          <Row key={change.id} change={change} onDrop={() => setDropped(change)} />
        ))}
      </ul>
      {refused.hasNextPage && (
        <Button variant="subtle" mx="auto" loading={refused.isFetchingNextPage} onClick={() => void refused.fetchNextPage()}>
          {t('conflict.showMore')}
        </Button>
      )}
      <DropDialog change={dropped} onClose={() => setDropped(null)} />
    </>
  );
}

function Row({ change, onDrop }: { readonly change: RefusedChange; readonly onDrop: () => void }) {
  const t = useText();
  const format = useFormat();
  const queries = useQueryClient();
  const customFields = useCustomFields();
  const currency = useCurrencyCode();
  const canRun = useCan('sync.run');
  const { id, recordType, recordId, title, code, at, fields } = change;
  const resend = useMutation(
    api.sync.resend.mutationOptions({
      onSuccess: async () => {
        notifyDone('sync.refused.resent');
        await queries.invalidateQueries({ queryKey: api.sync.key() });
      },
    }),
  );
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Text component="h2" fw={600} m={0} fz="md">
          <span className={classes.type}>{typeLabel({ recordType }, t)}</span>
          <RecordLink recordType={recordType} recordId={recordId} title={title} />
        </Text>
        <Text size="sm" c="dimmed" ml="auto">
          {format.dateTime(at)}
        </Text>
      </div>
      <Text>{whyText(code, t)}</Text>
      <dl className={classes.fields}>
        {fields.map(({ field, value }) => (
          <div key={field}>
            <dt>{fieldLabel({ recordType, field }, { t, customFields })}</dt>
            <dd>
              <ConflictValue recordType={recordType} field={field} value={value} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      {canRun && (
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="light"
            leftSection={<IconSend size={15} aria-hidden />}
            loading={resend.isPending}
            onClick={() => resend.mutate({ id })}
          >
            {t('sync.refused.resend')}
          </Button>
          <Button size="compact-md" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={onDrop}>
            {t('sync.refused.drop')}
          </Button>
        </Group>
      )}
    </li>
  );
}

interface DropDialogProps {
  readonly change: RefusedChange | null;
  readonly onClose: () => void;
}

/** Asks before a change is dropped: it can't be brought back. */
function DropDialog({ change, onClose }: DropDialogProps) {
  const t = useText();
  const queries = useQueryClient();
  const drop = useMutation(
    api.sync.dropRefused.mutationOptions({
      onSuccess: async () => {
        onClose();
        notifyDone('sync.refused.dropped');
        await queries.invalidateQueries({ queryKey: api.sync.key() });
      },
    }),
  );
  return (
    <Modal opened={change !== null} onClose={onClose} title={t('sync.refused.drop.title')} centered>
      <Stack>
        <Text>{t('sync.refused.drop.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={drop.isPending} onClick={() => change !== null && drop.mutate({ id: change.id })}>
            {t('sync.refused.drop')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function whyText(code: string, t: Translate): string {
  const known = refusalCodes.find((one) => one === code);
  return known === undefined ? t('sync.refused.why.other', { code }) : t(`sync.refused.why.${known}`);
}
