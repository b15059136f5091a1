import { Alert, Button, Group, Loader, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { CountList } from '#renderer/privacy/CountList.tsx';
import { ErasedToast } from '#renderer/privacy/ErasedToast.tsx';
import type { Books, ErasurePreview } from '#shared/privacy/contract.ts';

/** Long enough (ms) to take the certificate along. */
const timeToSave = 60_000;

interface EraseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Erases a client for good, in two steps: what will happen, then the name typed. */
export function EraseDialog({ isOpen, onClose }: EraseDialogProps) {
  const { party } = useCard();
  return (
    <Modal
      size={560}
      opened={isOpen}
      onClose={onClose}
      title={<Message id="privacy.eraseNamed" values={{ name: party.title }} />}
      yOffset={40}
    >
      {isOpen && <Steps partyId={party.id} type={party.type} onClose={onClose} />}
    </Modal>
  );
}

interface StepsProps {
  readonly partyId: string;
  readonly type: 'contact' | 'company';
  readonly onClose: () => void;
}

function Steps({ partyId, type, onClose }: StepsProps) {
  const { data: preview } = useQuery({ ...api.privacy.preview.queryOptions({ input: { id: partyId } }), gcTime: 0 });
  const [books, setBooks] = useState<Books>('keep');
  const [isSure, setSure] = useState(false);
  if (preview === undefined) return <Loader size="sm" />;
  if (!isSure)
    return <WhatGoes preview={preview} books={books} onBooks={setBooks} onClose={onClose} onNext={() => setSure(true)} />;
  return <TypeName preview={preview} erasure={{ partyId, type, books }} onBack={() => setSure(false)} />;
}

interface WhatGoesProps {
  readonly preview: ErasurePreview;
  readonly books: Books;
  readonly onBooks: (books: Books) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

function WhatGoes({ preview, books, onBooks, onNext, onClose }: WhatGoesProps) {
  const t = useText();
  const hasBooks = Object.keys(preview.books).length > 0;
  return (
    <Stack gap="sm">
      <Text>{t('privacy.eraseText')}</Text>
      {preview.isShared && <Text>{t('privacy.eraseShared')}</Text>}
      <div>
        <Text fw={600}>{t('privacy.eraseGoes')}</Text>
        <CountList counts={preview.counts} />
      </div>
      {hasBooks && (
        <Radio.Group label={t('privacy.books')} value={books} onChange={(value) => onBooks(value === 'erase' ? 'erase' : 'keep')}>
          <CountList counts={preview.books} />
          <Stack gap={6} mt={6}>
            <Radio value="keep" label={t('privacy.booksKeep')} />
            <Radio value="erase" label={t('privacy.booksErase')} />
          </Stack>
        </Radio.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" onClick={onNext}>
          {t('privacy.next')}
        </Button>
      </Group>
    </Stack>
  );
}

interface TypeNameProps {
  readonly preview: ErasurePreview;
  readonly erasure: { readonly partyId: string; readonly type: 'contact' | 'company'; readonly books: Books };
  readonly onBack: () => void;
}

function TypeName({ preview: { name, initials }, erasure: { partyId, type, books }, onBack }: TypeNameProps) {
  const t = useText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [typedName, setTypedName] = useState('');
  const [namedBy, setNamedBy] = useState(initials);
  const isTyped = typedName.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  const erase = useMutation({
    mutationFn: () => client.privacy.erase({ id: partyId, typedName, books, namedBy: namedBy.trim() || initials }),
    onSuccess: async ({ id }) => {
      navigate(type === 'contact' ? '/contacts' : '/companies');
      notifications.show({ message: <ErasedToast certificateId={id} />, autoClose: timeToSave });
      await queries.invalidateQueries();
    },
    onError: notifyError,
  });
  return (
    <Stack gap="sm">
      <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {t('privacy.eraseText')}
      </Alert>
      <TextInput
        data-autofocus
        autoFocus
        label={t('privacy.typeName', { name })}
        value={typedName}
        onChange={(event) => setTypedName(event.currentTarget.value)}
        autoComplete="off"
      />
      <TextInput
        label={t('privacy.namedBy')}
        description={t('privacy.namedByText')}
        maxLength={60}
        value={namedBy}
        onChange={(event) => setNamedBy(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('privacy.back')}
        </Button>
        <Button color="red" disabled={!isTyped} loading={erase.isPending} onClick={() => erase.mutate()}>
          {t('privacy.erase')}
        </Button>
      </Group>
    </Stack>
  );
}
