import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { DateField } from '#renderer/date/TypedField.tsx';
import { isoToday } from '#renderer/date/today.ts';
import { usePurposes } from '#renderer/privacy/use-purposes.ts';
import type { Consent } from '#shared/privacy/contract.ts';

/** What can't be read as a day stays as it was typed. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

interface ConsentFormProps {
  readonly partyId: string;
  /** What is taken back; null where anything may be said. */
  readonly takenBack: Consent | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What the client said, when and how. */
export function ConsentForm({ partyId, takenBack, onSaved, onClose }: ConsentFormProps) {
  const t = useText();
  const { purposes, nameOf } = usePurposes();
  const [purpose, setPurpose] = useState(takenBack?.purpose ?? null);
  const [answer, setAnswer] = useState<'given' | 'withdrawn'>(takenBack ? 'withdrawn' : 'given');
  const [saidOn, setSaidOn] = useState(isoToday);
  const [source, setSource] = useState('');
  const isTooEarly = takenBack !== null && isDay(saidOn) && saidOn < takenBack.saidOn;
  const isInFuture = isDay(saidOn) && saidOn > isoToday();
  const chosen = purpose ?? purposes[0]?.id ?? '';
  const save = useMutation({
    mutationFn: () => client.privacy.addConsent({ id: partyId, purpose: chosen, given: answer === 'given', saidOn, source }),
    onSuccess: () => {
      onSaved();
      onClose();
    },
    onError: notifyError,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="xs" mt="xs">
        {takenBack === null && (
          <>
            <Select
              label={t('privacy.purpose')}
              data={purposes.map(({ id }) => ({ value: id, label: nameOf(id) }))}
              value={chosen}
              onChange={setPurpose}
              allowDeselect={false}
            />
            <Select
              aria-label={t('privacy.consents')}
              data={(['given', 'withdrawn'] as const).map((value) => ({ value, label: t(`privacy.${value}`) }))}
              value={answer}
              onChange={(value) => setAnswer(value === 'withdrawn' ? 'withdrawn' : 'given')}
              allowDeselect={false}
            />
          </>
        )}
        <DateField
          isPast
          label={t('privacy.saidOn')}
          value={saidOn}
          onChange={setSaidOn}
          required
          error={isInFuture ? t('privacy.inFuture') : isTooEarly && t('privacy.tooEarly')}
        />
        <TextInput
          placeholder={t('privacy.source')}
          aria-label={t('privacy.source')}
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            size="compact-sm"
            type="submit"
            loading={save.isPending}
            disabled={chosen === '' || !isDay(saidOn) || isTooEarly || isInFuture}
          >
            {t(takenBack === null ? 'privacy.save' : 'privacy.withdraw')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
