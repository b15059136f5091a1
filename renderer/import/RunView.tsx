import { Alert, Button, Group, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { DoneScreen } from './DoneScreen.tsx';
import type { ImportDraft } from './import-draft.ts';
import { changeDraft, forgetDraft } from './import-store.ts';
import { JobProgress } from './JobProgress.tsx';
import { useJob } from './use-job.ts';

interface RunViewProps {
  readonly run: NonNullable<ImportDraft['run']>;
  /** The file's name. */
  readonly name: string;
  readonly mapping: ImportDraft['mapping'];
}

/** The import itself: under way, done, or not done and why. */
export function RunView({ run, name, mapping }: RunViewProps) {
  const { job, isLost } = useJob(run.jobId);
  const goBack = () => changeDraft({ run: null, step: 'check' });
  if (isLost) {
    return (
      <NotDone title="import.failed" text="import.lost">
        <Button variant="default" onClick={forgetDraft}>
          <Message id="import.done.another" />
        </Button>
      </NotDone>
    );
  }
  if (job === undefined) return <Waiting />;
  switch (job.state) {
    case 'running':
      return (
        <JobProgress
          title={<Message id="import.running" values={{ name }} />}
          hint={<Message id="import.running.hint" />}
          done={job.done}
          total={run.rows}
          onCancel={() => void client.job.cancel({ id: job.id }).catch(notifyError)}
        />
      );
    case 'done':
      return <DoneScreen run={run} mapping={mapping} />;
    case 'cancelled':
    case 'failed':
      return (
        <NotDone
          title={job.state === 'failed' ? 'import.failed' : 'import.title'}
          text={
            job.error?.code === 'diskFull' ? 'error.diskFull' : job.state === 'failed' ? 'import.failedText' : 'import.cancelled'
          }
        >
          <Button onClick={goBack}>
            <Message id="import.back" />
          </Button>
        </NotDone>
      );
  }
}

function Waiting() {
  const t = useText();
  return <Loader aria-label={t('common.loading')} />;
}

function NotDone({
  title,
  text,
  children,
}: {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <Alert color="orange" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t(title)} maw={720}>
      <Message id={text} />
      <Group mt="sm">{children}</Group>
    </Alert>
  );
}
