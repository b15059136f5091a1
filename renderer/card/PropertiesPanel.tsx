import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { BirthdayField } from '#renderer/card/field/BirthdayField.tsx';
import { DoNotContactField, PreferredChannelField } from '#renderer/card/field/ChannelFields.tsx';
import { OwnerField } from '#renderer/card/field/OwnerField.tsx';
import { SourceField } from '#renderer/card/field/SourceField.tsx';
import { LongTextField, TextField } from '#renderer/card/field/TextField.tsx';
import { WordsField } from '#renderer/card/field/WordsField.tsx';
import type { Party } from '#renderer/card/party.ts';
import { PointsGroup } from '#renderer/card/point/PointsGroup.tsx';
import { PropertyGroup } from '#renderer/card/PropertyGroup.tsx';
import type { Property } from '#renderer/card/PropertyGroup.tsx';
import { CustomFieldsGroup } from '#renderer/custom-field/CustomFieldsGroup.tsx';

/** Everything known of the party, in groups, edited in place. */
export function PropertiesPanel() {
  const { party } = useCard();
  return (
    <Stack gap="sm">
      <PropertyGroup name="reach" title="card.group.reach" before={<PointsGroup />} properties={reachProperties(party)} />
      <PropertyGroup name="about" title="card.group.about" properties={aboutProperties(party)} />
      <PropertyGroup name="notes" properties={noteProperties(party)} />
      <CustomFieldsGroup />
      <Times />
    </Stack>
  );
}

function reachProperties(party: Party): readonly Property[] {
  return [
    { key: 'preferredChannel', isEmpty: party.preferredChannel === null, element: <PreferredChannelField /> },
    { key: 'doNotContact', isEmpty: party.doNotContact.length === 0, element: <DoNotContactField /> },
  ];
}

function aboutProperties(party: Party): readonly Property[] {
  const text = (key: 'jobTitle' | 'nickname' | 'legalName' | 'industry' | 'taxId', value: string, isUsual = false): Property => ({
    key,
    isEmpty: value === '',
    isUsual,
    element: <TextField field={key} />,
  });
  const own =
    party.type === 'contact'
      ? [
          text('jobTitle', party.jobTitle, true),
          {
            key: 'birthday',
            isEmpty: party.birthday === null,
            isUsual: true,
            element: <BirthdayField birthday={party.birthday} />,
          },
          text('nickname', party.nickname),
        ]
      : [text('industry', party.industry, true), text('legalName', party.legalName)];
  return [
    ...own,
    { key: 'tags', isEmpty: party.tags.length === 0, isUsual: true, element: <WordsField field="tags" /> },
    { key: 'groups', isEmpty: party.groups.length === 0, element: <WordsField field="groups" /> },
    { key: 'source', isEmpty: party.source === '', element: <SourceField /> },
    text('taxId', party.taxId, party.type === 'company'),
    { key: 'ownerId', isEmpty: false, element: <OwnerField /> },
  ];
}

function noteProperties(party: Party): readonly Property[] {
  return [
    { key: 'notes', isEmpty: party.notes === '', isUsual: true, element: <LongTextField field="notes" /> },
    { key: 'preferences', isEmpty: party.preferences === '', element: <LongTextField field="preferences" /> },
  ];
}

function Times(): ReactNode {
  const t = useText();
  const format = useFormat();
  const { party } = useCard();
  return (
    <Text size="xs" c="dimmed" px="sm">
      {`${t('party.field.createdAt')}: ${format.dateTime(party.createdAt)}`}
      <br />
      {`${t('party.field.updatedAt')}: ${format.dateTime(party.updatedAt)}`}
    </Text>
  );
}
