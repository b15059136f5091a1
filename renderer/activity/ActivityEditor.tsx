import { Box, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { ActivityFields } from '#renderer/activity/ActivityFields.tsx';
import { draftOf } from '#renderer/activity/draft.ts';
import { readDraft } from '#renderer/activity/read-draft.ts';
import { TypeChoice } from '#renderer/activity/TypeChoice.tsx';
import { writeTypedMoment } from '#renderer/activity/typed-moment.ts';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import { useLocale } from '#renderer/date/locale.ts';
import type { Activity } from '#shared/activity/contract.ts';

interface ActivityEditorProps {
  readonly activity: Activity;
  readonly onClose: () => void;
}

/** Changes what was written down before. */
export function ActivityEditor({ activity, onClose }: ActivityEditorProps) {
  const t = useText();
  const locale = useLocale();
  const queries = useQueryClient();
  const text = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => draftOf(activity, writeTypedMoment(activity.happenedAt, locale)));
  const [error, setError] = useState<string | null>(null);
  useEffect(() => text.current?.focus(), []);
  const { mutate, isPending } = useMutation(
    api.activity.update.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.activity.key() });
        onClose();
      },
      onError: () => setError(t('activity.notSaved')),
    }),
  );
  const save = () => {
    const read = readDraft(draft, locale);
    if (read.type === 'unreadable') setError(t(read.message, read.values));
    else mutate({ ...read.fields, id: activity.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <Box onKeyDown={onKeyDown} role="group" aria-label={t('common.edit')}>
      <TypeChoice value={draft.type} onChange={(type) => setDraft({ ...draft, type })} />
      <ActivityFields draft={draft} onChange={setDraft} textRef={text} />
      {error !== null && <FieldError>{error}</FieldError>}
      <Group justify="flex-end" gap="xs" my="xs">
        <Button variant="default" size="compact-md" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button size="compact-md" loading={isPending} onClick={save}>
          {t('common.save')}
        </Button>
      </Group>
    </Box>
  );
}
