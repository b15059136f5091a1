import { Button, Group, Paper } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { ActivityFields } from '#renderer/activity/ActivityFields.tsx';
import { readDraft } from '#renderer/activity/read-draft.ts';
import { emptyDraft, isWritten } from '#renderer/activity/draft.ts';
import type { ActivityDraft } from '#renderer/activity/draft.ts';
import { TypeChoice } from '#renderer/activity/TypeChoice.tsx';
import { useCard } from '#renderer/card/card-context.tsx';
import { afterClick } from '#renderer/card/field/after-click.ts';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import { useLocale } from '#renderer/date/locale.ts';
import classes from '#renderer/activity/Composer.module.css';

interface ComposerProps {
  readonly draft: ActivityDraft;
  readonly onChange: (draft: ActivityDraft) => void;
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  /** The deal it is about. */
  readonly dealId?: string;
}

/** Where a note, a call, a meeting... is written down; small until it is used. */
export function Composer({ draft, onChange, textRef, dealId }: ComposerProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(isWritten(draft));
  const { error, isSaving, clearError, save } = useWriting({
    draft,
    dealId,
    onSaved: () => {
      onChange({ ...emptyDraft, type: draft.type });
      setOpen(false);
    },
  });
  const change = (next: ActivityDraft) => {
    clearError();
    onChange(next);
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const isInside = event.currentTarget.contains(event.relatedTarget) || event.relatedTarget === null;
    if (!isInside && !isWritten(draft)) void afterClick().then(() => setOpen(false));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <Paper
      withBorder
      p="sm"
      mb="md"
      className={classes.composer ?? ''}
      onBlur={onBlur}
      onFocus={() => setOpen(true)}
      onKeyDown={onKeyDown}
    >
      <TypeChoice
        value={draft.type}
        onChange={(type) => {
          change({ ...draft, type });
          textRef.current?.focus();
        }}
      />
      <ActivityFields draft={draft} onChange={change} textRef={textRef} isBrief={!isOpen} />
      {error !== null && <FieldError>{error}</FieldError>}
      {isOpen && (
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              change({ ...emptyDraft, type: draft.type });
              setOpen(false);
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button size="compact-md" loading={isSaving} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

interface Writing {
  readonly draft: ActivityDraft;
  readonly dealId: string | undefined;
  readonly onSaved: () => void;
}

/** Saves what was written; what can't be saved stays where it was. */
function useWriting({ draft, dealId, onSaved }: Writing) {
  const t = useText();
  const { party } = useCard();
  const locale = useLocale();
  const queries = useQueryClient();
  const [error, setError] = useState<string | null>(null);
  const { mutateAsync, isPending } = useMutation(
    api.activity.create.mutationOptions({ onError: () => setError(t('activity.notSaved')) }),
  );
  const save = async () => {
    const read = readDraft(draft, locale);
    if (read.type === 'unreadable') return setError(t(read.message, read.values));
    const isSaved = await mutateAsync({ ...read.fields, partyId: party.id, ...(dealId === undefined ? {} : { dealId }) }).then(
      () => true,
      () => false,
    );
    if (!isSaved) return;
    onSaved();
    await queries.invalidateQueries({ queryKey: api.activity.key() });
  };
  return { error, isSaving: isPending, clearError: () => setError(null), save };
}
