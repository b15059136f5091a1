import { Select, Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useText } from '#renderer/app/text.ts';
import { hasDirection, hasDuration } from '#renderer/activity/draft.ts';
import type { ActivityDraft } from '#renderer/activity/draft.ts';
import classes from '#renderer/activity/Composer.module.css';
import { callOutcomes } from '#shared/activity/contract.ts';

interface ActivityFieldsProps {
  readonly draft: ActivityDraft;
  readonly onChange: (draft: ActivityDraft) => void;
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  /** Only the text, in one line. */
  readonly isBrief?: boolean;
}

/** The text, and what belongs to its type: outcome, direction, duration, date and time. */
export function ActivityFields({ draft, onChange, textRef, isBrief = false }: ActivityFieldsProps) {
  const t = useText();
  return (
    <>
      <Textarea
        ref={textRef}
        aria-label={t('activity.text')}
        placeholder={t(`activity.placeholder.${draft.type}`)}
        autosize
        minRows={isBrief ? 1 : 3}
        maxRows={14}
        value={draft.text}
        onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      {!isBrief && (
        <div className={classes.details}>
          <TypeDetails draft={draft} onChange={onChange} />
          <Moment draft={draft} onChange={onChange} />
        </div>
      )}
    </>
  );
}

type PartProps = Pick<ActivityFieldsProps, 'draft' | 'onChange'>;

function TypeDetails({ draft, onChange }: PartProps) {
  const t = useText();
  const { type } = draft;
  return (
    <>
      {type === 'call' && (
        <Select
          label={t('activity.outcome')}
          size="xs"
          w={150}
          clearable
          data={callOutcomes.map((outcome) => ({ value: outcome, label: t(`activity.outcome.${outcome}`) }))}
          value={draft.outcome}
          onChange={(outcome) => onChange({ ...draft, outcome })}
        />
      )}
      {hasDirection(type) && (
        <Select
          label={t('activity.direction')}
          size="xs"
          w={130}
          clearable
          data={(['in', 'out'] as const).map((direction) => ({
            value: direction,
            label: t(type === 'call' ? `activity.direction.${direction}` : `activity.written.${direction}`),
          }))}
          value={draft.direction}
          onChange={(direction) => onChange({ ...draft, direction })}
        />
      )}
      {hasDuration(type) && (
        <TextInput
          label={t('activity.minutes')}
          size="xs"
          w={72}
          inputMode="decimal"
          value={draft.minutes}
          onChange={(event) => onChange({ ...draft, minutes: event.currentTarget.value.replace(/[^\d.,]/g, '') })}
        />
      )}
    </>
  );
}

function Moment({ draft, onChange }: PartProps) {
  const t = useText();
  return (
    <>
      <TextInput
        label={t('activity.date')}
        placeholder={t('activity.today')}
        size="xs"
        w={100}
        value={draft.date}
        onChange={(event) => onChange({ ...draft, date: event.currentTarget.value })}
      />
      <TextInput
        label={t('activity.time')}
        placeholder={t('activity.now')}
        size="xs"
        w={72}
        value={draft.time}
        onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
      />
    </>
  );
}
