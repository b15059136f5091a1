import { Text } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { firstActivities, useActivities } from '#renderer/activity/activity-query.ts';
import { useCard } from '#renderer/card/card-context.tsx';

/** When and what was last talked, so that nobody asks twice. */
export function LastTalk() {
  const t = useText();
  const format = useFormat();
  const { party } = useCard();
  const activities = firstActivities(useActivities({ partyId: party.id, type: undefined, isWanted: true }).data);
  if (activities === undefined) return null;
  const last = activities.find((activity) => activity.type !== 'note') ?? activities[0];
  if (last === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('card.noTalks')}
      </Text>
    );
  }
  return (
    <Text size="sm" lineClamp={2} title={format.dateTime(last.happenedAt)}>
      <Text component="span" inherit c="dimmed">
        {`${t('card.lastTalk')}: ${t(`activity.type.${last.type}`)}, ${format.relative(last.happenedAt)}`}
      </Text>
      {last.text !== '' && ` — ${last.text}`}
    </Text>
  );
}
