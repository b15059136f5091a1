import { Text, VisuallyHidden } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { describeDifference } from '#renderer/card/history/difference.ts';
import type { FieldValues } from '#renderer/card/history/difference.ts';
import { useWording } from '#renderer/card/history/wording.ts';
import classes from '#renderer/card/history/FieldDifference.module.css';

/** Longer values are cut: the history says what changed, the field itself says all of it. */
const longestShown = 300;

/** What a field was and is now. */
export function FieldDifference(values: FieldValues) {
  const t = useText();
  const difference = describeDifference(values, useWording());
  if (difference.type === 'value') return <FromTo from={difference.from} to={difference.to} />;
  const { removed, added } = difference;
  return (
    <Text size="sm" component="div" className={classes.words}>
      {removed.length + added.length === 0 && t('activity.change.order')}
      {removed.map((value) => (
        <div key={`-${value}`} className={classes.before}>
          {t('activity.change.removed', { value: cut(value) })}
        </div>
      ))}
      {added.map((value) => (
        <div key={`+${value}`}>{t('activity.change.added', { value: cut(value) })}</div>
      ))}
    </Text>
  );
}

function FromTo({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const t = useText();
  const empty = t('activity.change.empty');
  return (
    <Text size="sm" component="span" className={classes.words}>
      <VisuallyHidden>{t('activity.change.before', { value: cut(from ?? empty) })}</VisuallyHidden>
      <span aria-hidden className={from === null ? classes.none : classes.before}>
        {cut(from ?? empty)}
      </span>
      <span aria-hidden>{' → '}</span>
      <VisuallyHidden>{t('activity.change.after', { value: cut(to ?? empty) })}</VisuallyHidden>
      <span aria-hidden className={to === null ? classes.none : undefined}>
        {cut(to ?? empty)}
      </span>
    </Text>
  );
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text;
}
