import { Paper, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { DealCustomFields } from '#renderer/deal/card/DealCustomFields.tsx';
import {
  DealMomentField,
  DealNotesField,
  DealOwnerField,
  DealTextField,
  EstimateField,
  ExpectedCloseField,
} from '#renderer/deal/card/DealFields.tsx';

/** Everything known of the deal besides its lines, in groups, edited in place. */
export function DealProperties() {
  const t = useText();
  const format = useFormat();
  const { deal } = useDealCard();
  const fieldRight = useFieldRights();
  const place = deal.status === 'open' ? '' : deal.lostReason || deal.lostNote;
  return (
    <Stack gap="sm">
      {place !== '' && (
        <Paper withBorder px="sm" py="xs">
          <Text fw={600}>{t('deal.lost.why')}</Text>
          <Text>{[deal.lostReason, deal.lostNote].filter((part) => part !== '').join(' · ')}</Text>
        </Paper>
      )}
      <Paper withBorder px="sm" py="xs">
        <Title order={2} size="h5" mb={2}>
          {t('deal.group.about')}
        </Title>
        {deal.lines.length === 0 && <EstimateField />}
        <ExpectedCloseField />
        <DealOwnerField />
        <DealTextField field="source" />
        <DealTextField field="channel" />
      </Paper>
      <Paper withBorder px="sm" py="xs">
        <Title order={2} size="h5" mb={2}>
          {t('deal.group.place')}
        </Title>
        <DealTextField field="siteAddress" />
        <DealMomentField field="visitAt" />
        <DealMomentField field="leaveAt" />
        <DealMomentField field="workAt" />
      </Paper>
      <DealCustomFields />
      {fieldRight('notes', 'deal') !== 'hide' && (
        <Paper withBorder px="sm" py="xs">
          <DealNotesField />
        </Paper>
      )}
      <Text size="xs" c="dimmed" px="sm">
        {`${t('deal.field.createdAt')}: ${format.dateTime(deal.createdAt)}`}
        {deal.closedAt !== null && (
          <>
            <br />
            {`${t('deal.field.closedAt')}: ${format.dateTime(deal.closedAt)}`}
          </>
        )}
      </Text>
    </Stack>
  );
}
