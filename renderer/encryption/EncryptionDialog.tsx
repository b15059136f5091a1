import { Alert, Button, Group, Modal, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { PlainSetAsideGoes } from '#renderer/backup/PlainSetAside.tsx';
import { CodeToKeep } from '#renderer/encryption/CodeToKeep.tsx';
import { perform, tasksThatClose, tasksWithChoice, tasksWithCode } from '#renderer/encryption/tasks.ts';
import type { EncryptionDraft, EncryptionTask } from '#renderer/encryption/tasks.ts';
import { NewPassphrase } from '#renderer/entrance/NewPassphrase.tsx';
import { refusalText } from '#renderer/entrance/refusal-text.ts';
import { noticeShut } from '#renderer/entrance/shut.ts';
import type { EncryptionStatus } from '#shared/encryption/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface EncryptionDialogProps {
  /** Null while there is none. */
  readonly task: EncryptionTask | null;
  readonly status: EncryptionStatus;
  readonly onClose: () => void;
}

/** Leads through one change of how the data lies on the disk. */
export function EncryptionDialog({ task, status, onClose }: EncryptionDialogProps) {
  return (
    <Modal
      size={600}
      opened={task !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={task !== null && <Message id={`encryption.task.${task}`} />}
    >
      {task !== null && <Steps task={task} status={status} onClose={onClose} />}
    </Modal>
  );
}

function Steps({ task, status, onClose }: EncryptionDialogProps & { readonly task: EncryptionTask }) {
  const queries = useQueryClient();
  const isAsked = status.opensBy === 'passphrase';
  const [draft, setDraft] = useState<EncryptionDraft>({
    current: '',
    by: status.hasKeychain && !isAsked ? 'keychain' : 'passphrase',
    passphrase: null,
    confirmed: ['', ''],
  });
  const change = (changes: Partial<EncryptionDraft>) => setDraft((now) => ({ ...now, ...changes }));
  // Told beside the fields.
  const onError = () => undefined;
  const prepare = useMutation({ mutationFn: () => client.encryption.prepareCode(), onError });
  const finish = useMutation({
    mutationFn: () => perform(task, draft, isAsked),
    onError,
    onSuccess: () => {
      onClose();
      if (tasksThatClose.includes(task)) noticeShut();
      else {
        notifyDone(task === 'renewCode' ? 'encryption.done.renewCode' : 'encryption.done.changePassphrase');
        void queries.invalidateQueries({ queryKey: api.encryption.status.queryKey() });
      }
    },
  });
  const needsCode = tasksWithCode.includes(task);
  const isChosen = !tasksWithChoice.includes(task) || draft.by === 'keychain' || draft.passphrase !== null;
  const isReady =
    (task === 'turnOn' || !isAsked || draft.current !== '') &&
    isChosen &&
    (prepare.data === undefined || draft.confirmed.every((group) => group.trim().length === 4));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || finish.isPending || prepare.isPending) return;
    if (needsCode && prepare.data === undefined) prepare.mutate();
    else finish.mutate();
  };
  const error = finish.error ?? prepare.error;
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {prepare.data === undefined ? (
          <>
            <Text>
              <Message id={`encryption.about.${task}`} />
            </Text>
            {needsCode && task !== 'renewCode' && <PlainSetAsideGoes />}
            {isAsked && <CurrentPassphrase value={draft.current} onChange={(current) => change({ current })} />}
            {tasksWithChoice.includes(task) && <Choice draft={draft} hasKeychain={status.hasKeychain} onChange={change} />}
          </>
        ) : (
          <CodeToKeep {...prepare.data} confirmed={draft.confirmed} onChange={(confirmed) => change({ confirmed })} />
        )}
        {error !== null && (
          <Alert color="red" role="alert">
            <Message id={textOf(error)} />
          </Alert>
        )}
        <Group justify="flex-end">
          {error !== null && prepare.data !== undefined && isAsked && (
            <Button variant="subtle" onClick={() => prepare.reset()}>
              <Message id="common.back" />
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button
            type="submit"
            {...(task === 'turnOff' && { color: 'red' })}
            loading={finish.isPending || prepare.isPending}
            disabled={!isReady}
          >
            <Message id={needsCode && prepare.data === undefined ? 'encryption.next' : `encryption.task.${task}`} />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CurrentPassphrase({ value, onChange }: { readonly value: string; readonly onChange: (typed: string) => void }) {
  const t = useText();
  return (
    <PasswordInput
      data-autofocus
      required
      maxLength={1024}
      autoComplete="current-password"
      label={t('encryption.current')}
      visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassphrase') }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps {
  readonly draft: EncryptionDraft;
  readonly hasKeychain: boolean;
  readonly onChange: (changes: Partial<EncryptionDraft>) => void;
}

/** What is to open the data from now on. */
function Choice({ draft, hasKeychain, onChange }: ChoiceProps) {
  const t = useText();
  return (
    <>
      {hasKeychain && (
        <Radio.Group
          label={t('encryption.opensBy')}
          value={draft.by}
          onChange={(by) => onChange({ by: by === 'keychain' ? 'keychain' : 'passphrase', passphrase: null })}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="keychain" label={t('encryption.by.keychain')} />
            <Radio value="passphrase" label={t('encryption.by.passphrase')} />
          </Stack>
        </Radio.Group>
      )}
      {draft.by === 'passphrase' && <NewPassphrase onChange={(passphrase) => onChange({ passphrase })} />}
    </>
  );
}

function textOf(error: unknown): MessageKey {
  const codes = ['CODE_NOT_CONFIRMED', 'CANNOT_CHANGE'] as const;
  const code = error instanceof ORPCError ? codes.find((each) => each === error.code) : undefined;
  return code === undefined ? refusalText(error) : `encryption.error.${code}`;
}
