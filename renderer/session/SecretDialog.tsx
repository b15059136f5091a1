import { Button, Group, Modal, PasswordInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { emptySecret, isAgreed, NewSecretFields } from '#renderer/session/NewSecretFields.tsx';
import { RecoveryCode } from '#renderer/session/RecoveryCode.tsx';
import { SecretTroubleText } from '#renderer/session/SecretTroubleText.tsx';
import { forgetSession, holdSession, whileSessionsBegin } from '#renderer/session/session-state.ts';
import type { Entry } from '#shared/session/contract.ts';
import { secretKinds, shortestSecret } from '#shared/session/secret.ts';
import type { SecretKind } from '#shared/session/secret.ts';

export interface SecretHolder {
  readonly id: string;
  readonly name: string;
  /** What they have so far. */
  readonly entry: Entry;
  readonly isMe: boolean;
  readonly canManage: boolean;
}

interface SecretDialogProps {
  /** Whose password it is about; closed when null. */
  readonly holder: SecretHolder | null;
  readonly onClose: () => void;
}

/** Sets, changes or takes away a password or PIN. */
export function SecretDialog({ holder, onClose }: SecretDialogProps) {
  const [code, setCode] = useState<string | null>(null);
  const title = holder?.isMe ? 'session.mine' : 'session.ofPerson';
  const onKept = () => {
    setCode(null);
    onClose();
  };
  return (
    // A code is shown once: neither a key nor a click beside it may take it away.
    <Modal
      opened={holder !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={code === null}
      withCloseButton={code === null}
      size={code === null ? 'md' : 512}
      title={<Message id={title} values={{ name: holder?.name ?? '' }} />}
    >
      {holder !== null && code === null && <Fields holder={holder} onClose={onClose} onCode={setCode} />}
      {code !== null && <RecoveryCode code={code} onDone={onKept} />}
    </Modal>
  );
}

interface FieldsProps {
  readonly holder: SecretHolder;
  readonly onClose: () => void;
  readonly onCode: (recoveryCode: string) => void;
}

function Fields({ holder, onClose, onCode }: FieldsProps) {
  const t = useText();
  const { entry, isMe, canManage } = holder;
  const hasOne = entry === 'password' || entry === 'pin';
  const [kind, setKind] = useState<SecretKind | 'none'>(hasOne ? entry : 'password');
  const [current, setCurrent] = useState('');
  const [secret, setSecret] = useState(emptySecret);
  const save = useSaveSecret({ holder, onClose, onCode });
  const kinds = [...secretKinds, ...(hasOne ? (['none'] as const) : [])];
  const isReady = (kind === 'none' || isAgreed(secret)) && (!isMe || !hasOne || current !== '');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) save.mutate({ kind, secret: secret.secret, current });
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('session.kind')}
          data={kinds.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
          value={kind}
          onChange={(chosen) => setKind(chosen as SecretKind | 'none')}
        />
        {isMe && hasOne && (
          <PasswordInput
            data-autofocus
            label={t('session.current')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        {kind === 'none' ? (
          <Text size="sm">
            <Message id="session.noneText" />
          </Text>
        ) : (
          <NewSecretFields
            key={kind}
            kind={kind}
            shortest={shortestSecret(kind, canManage)}
            value={secret}
            onChange={setSecret}
            isFirst={!(isMe && hasOne)}
          />
        )}
        <SecretTroubleText error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isReady}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SecretToSave {
  readonly kind: SecretKind | 'none';
  readonly secret: string;
  readonly current: string;
}

function useSaveSecret({ holder: { id, isMe }, onClose, onCode }: FieldsProps) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: SecretToSave) =>
      whileSessionsBegin(async () => {
        const saved = await client.session.setSecret({ ...input, ...(isMe ? {} : { userId: id }) });
        if (saved.session !== null) holdSession(saved.session, { goesOn: true });
        if (input.kind === 'none' && !(await client.session.people()).isProtected) forgetSession();
        return saved;
      }),
    onSuccess: ({ recoveryCode }) => {
      notifyDone('session.saved');
      void queries.invalidateQueries({ queryKey: api.session.key() });
      if (recoveryCode === null) onClose();
      else onCode(recoveryCode);
    },
    onError: () => undefined,
  });
}
