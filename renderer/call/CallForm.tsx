import { ActionIcon, Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMicrophone, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { OutcomeChips } from '#renderer/call/OutcomeChips.tsx';
import type { CallStart } from '#renderer/call/open-call.ts';
import { saveCall } from '#renderer/call/save-call.ts';
import type { SaidOnCall } from '#renderer/call/save-call.ts';
import { clockText, useTimer } from '#renderer/call/use-timer.ts';
import type { Timer } from '#renderer/call/use-timer.ts';
import { AskedPart } from '#renderer/task/AskedPart.tsx';
import { NextFields, nextInput, noNextStep } from '#renderer/task/NextFields.tsx';
import { couldAsk, useCloseTask } from '#renderer/task/use-close-task.ts';
import { useHasOthersPlanned } from '#renderer/task/use-planned.ts';
import type { Activity } from '#shared/activity/contract.ts';
import type { Task } from '#shared/task/contract.ts';

interface CallFormProps {
  readonly start: CallStart;
  readonly onClose: () => void;
}

/** What is written down of a call: with its task, that is closed by it. */
export function CallForm({ start, onClose }: CallFormProps) {
  return start.task === undefined ? (
    <PlainCall start={start} onClose={onClose} />
  ) : (
    <TaskCall start={start} task={start.task} onClose={onClose} />
  );
}

function PlainCall({ start, onClose }: CallFormProps) {
  const save = useMutation({
    mutationFn: async ({ said, recording }: Written) => {
      const activityId = await saveCall(start, said);
      await attach(start, recording, activityId);
    },
    onSuccess: () => {
      onClose();
      notifyDone('call.saved.done');
    },
  });
  return <Fields start={start} onClose={onClose} isPending={save.isPending} onSave={(written) => save.mutate(written)} />;
}

function TaskCall({ start, task, onClose }: CallFormProps & { readonly task: Task }) {
  const kept = useRef<File | null>(null);
  const closing = useCloseTask(task, {
    onClosed: (activityId) => {
      onClose();
      void attach(start, kept.current, activityId);
    },
  });
  return (
    <Fields
      start={start}
      onClose={onClose}
      isPending={closing.isPending}
      asked={<AskedPart closing={closing} dealId={task.dealId} onLeave={onClose} />}
      onSave={({ said, recording }) => {
        kept.current = recording;
        closing.submit({ result: said.text, outcome: said.outcome, duration: said.duration, next: said.next });
      }}
    />
  );
}

/** The call is written down already: a recording that can't be kept is told, and loses nothing. */
async function attach({ partyId, dealId }: CallStart, recording: File | null, activityId: string | null): Promise<void> {
  if (recording === null) return;
  try {
    const about = { ...(dealId === undefined ? {} : { dealId }), ...(activityId === null ? {} : { activityId }) };
    await client.file.attach({ id: partyId, file: recording, ...about });
  } catch {
    notifyDone('call.recordingFailed');
  }
}

interface Written {
  readonly said: SaidOnCall;
  readonly recording: File | null;
}

interface FieldsProps extends CallFormProps {
  readonly isPending: boolean;
  readonly asked?: ReactNode;
  readonly onSave: (written: Written) => void;
}

function Fields({ start, onClose, isPending, asked, onSave }: FieldsProps) {
  const t = useText();
  const { task, partyId } = start;
  const timer = useTimer(start.direction === 'in');
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Activity['outcome']>(start.direction === 'in' ? 'reached' : null);
  const [recording, setRecording] = useState<File | null>(null);
  const [next, setNext] = useState(noNextStep);
  const [isEmpty, setEmpty] = useState(false);
  const about = task ?? { partyId, dealId: start.dealId ?? null, leadId: null };
  const isPlanned = useHasOthersPlanned({ ...about, id: task?.id ?? null });
  const submit = () => {
    if (text.trim() === '' && outcome === null) return setEmpty(true);
    const duration = timer.seconds > 0 && outcome !== 'noAnswer' && outcome !== 'busy' ? timer.seconds : null;
    onSave({ said: { text: text.trim(), outcome, duration, next: nextInput(next, about, t('task.next.title')) }, recording });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <TimerLine timer={timer} />
        <OutcomeChips
          value={outcome}
          onChange={(chosen) => {
            setEmpty(false);
            setOutcome(chosen);
            if (chosen !== null && chosen !== 'reached')
              setNext({ ...next, type: 'call', title: next.title || t('task.close.callAgain') });
          }}
        />
        <Textarea
          label={t('call.points')}
          placeholder={t('call.pointsHint')}
          data-autofocus
          autosize
          minRows={4}
          maxRows={12}
          value={text}
          error={isEmpty ? t('call.nothingToSave') : undefined}
          onChange={(event) => {
            setEmpty(false);
            setText(event.currentTarget.value);
          }}
        />
        <Recording recording={recording} onChange={setRecording} />
        {couldAsk(outcome) && asked}
        <NextFields value={next} onChange={setNext} hint={isPlanned === false ? t('task.close.nextHint') : null} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={isPending}>
            <Message id="call.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TimerLine({ timer }: { readonly timer: Timer }) {
  const t = useText();
  return (
    <Group gap="xs">
      <ActionIcon
        variant={timer.isRunning ? 'filled' : 'light'}
        size={34}
        radius="xl"
        aria-label={t(timer.isRunning ? 'call.stop' : 'call.start')}
        title={t(timer.isRunning ? 'call.stop' : 'call.start')}
        onClick={timer.toggle}
      >
        {timer.isRunning ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
      </ActionIcon>
      <Text component="span" c="dimmed" size="sm">
        {t('call.time')}
      </Text>
      <Text component="span" fw={600} size="lg" role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {clockText(timer.seconds)}
      </Text>
    </Group>
  );
}

function Recording({ recording, onChange }: { readonly recording: File | null; readonly onChange: (file: File | null) => void }) {
  const t = useText();
  return (
    <Group gap="xs">
      <FileButton accept="audio/*,video/*" onChange={onChange}>
        {(props) => (
          <Button
            {...props}
            size="compact-md"
            variant="default"
            leftSection={<IconMicrophone size={16} aria-hidden />}
            aria-label={`${t('call.recording')}: ${t('call.chooseRecording')}`}
          >
            {t('call.recording')}
          </Button>
        )}
      </FileButton>
      {recording !== null && <Text size="sm">{recording.name}</Text>}
    </Group>
  );
}
