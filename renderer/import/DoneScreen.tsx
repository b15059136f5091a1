import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconDownload, IconFileImport, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { saveFile } from '#renderer/app/save-file.ts';
import { useUndo } from '#renderer/history/index.ts';
import type { Mapping } from '#shared/import/mapping.ts';
import type { ImportDraft } from './import-draft.ts';
import { changeDraft, forgetDraft } from './import-store.ts';
import styles from './ImportPage.module.css';
import { RowsTable } from './RowsTable.tsx';
import { SummaryCards } from './SummaryCards.tsx';

interface DoneScreenProps {
  readonly run: NonNullable<ImportDraft['run']>;
  readonly mapping: Mapping | null;
}

/** The list is in: what came of it, and what can be done next. */
export function DoneScreen({ run, mapping }: DoneScreenProps) {
  const {
    data: summary,
    error,
    refetch,
  } = useQuery(api.import.result.queryOptions({ input: { id: run.jobId }, staleTime: Infinity }));
  const { undo, pendingId, dialog } = useUndo({ onUndone: () => changeDraft({ run: { ...run, isUndone: true } }) });
  const download = useMutation({
    mutationFn: () => client.import.errorsFile({ id: run.jobId }),
    onSuccess: (file) => saveFile(file, file.name),
  });
  if (summary === undefined) {
    return error === null ? null : (
      <Alert color="red" title={<Message id="import.failed" />}>
        <Group>
          <Message id={errorText(error)} />
          <Button variant="default" onClick={() => void refetch()}>
            <Message id="common.retry" />
          </Button>
        </Group>
      </Alert>
    );
  }
  const { actId, failed } = summary;
  return (
    <Stack gap="md" className={styles.step}>
      <div role="status">
        <Title order={2} size="h3">
          <IconCircleCheck size={26} color="var(--mantine-color-teal-text)" aria-hidden style={{ verticalAlign: '-5px' }} />{' '}
          <Message id={run.isUndone ? 'import.done.undone' : 'import.done.title'} />
        </Title>
      </div>
      {!run.isUndone && <SummaryCards summary={summary} />}
      <Group>
        {!run.isUndone && actId !== null && (
          <>
            <Button
              component={Link}
              href={`/all?act=${encodeURIComponent(actId)}`}
              size="md"
              leftSection={<IconUsers size={18} aria-hidden />}
            >
              <Message id="import.done.see" />
            </Button>
            <Button
              variant="default"
              size="md"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              loading={pendingId !== null}
              onClick={() => undo(actId)}
            >
              <Message id="import.done.undo" />
            </Button>
          </>
        )}
        <Button
          variant={run.isUndone ? 'filled' : 'default'}
          size="md"
          leftSection={<IconFileImport size={18} aria-hidden />}
          onClick={forgetDraft}
        >
          <Message id="import.done.another" />
        </Button>
        {run.isUndone && (
          <Button variant="default" size="md" onClick={() => changeDraft({ run: null, step: 'columns' })}>
            <Message id="import.back" />
          </Button>
        )}
        {failed > 0 && !run.isUndone && (
          <Button
            variant="light"
            color="orange"
            size="md"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            <Message id="import.done.errors" values={{ count: failed }} />
          </Button>
        )}
      </Group>
      {failed > 0 && !run.isUndone && (
        <Text c="dimmed">
          <Message id="import.done.errorsHint" />
        </Text>
      )}
      {!run.isUndone && mapping !== null && <RowsTable jobId={run.jobId} summary={summary} mapping={mapping} />}
      {dialog}
    </Stack>
  );
}
