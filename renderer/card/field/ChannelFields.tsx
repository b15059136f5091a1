import { Badge, Checkbox, Group, Select, Stack } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { channels } from '#shared/party/fields.ts';
import type { Channel } from '#shared/party/fields.ts';

/** How the party likes to be reached. */
export function PreferredChannelField() {
  const t = useText();
  const { party, save } = useCard();
  const value = party.preferredChannel;
  const edit = useInlineEdit<Channel | null>({ value, save: (preferredChannel) => save({ preferredChannel }) });
  const label = t('party.field.preferredChannel');
  return (
    <InlineField
      field="preferredChannel"
      label={label}
      edit={edit}
      isEmpty={value === null}
      view={value === null ? null : t(`party.channel.${value}`)}
      editor={
        <Select
          aria-label={label}
          autoFocus
          defaultDropdownOpened
          clearable
          data={channels.map((channel) => ({ value: channel, label: t(`party.channel.${channel}`) }))}
          value={edit.draft}
          error={edit.error}
          onChange={(channel) => {
            edit.change(channel);
            void edit.commit(channel);
          }}
        />
      }
    />
  );
}

/** Channels the party asked not to be reached on. */
export function DoNotContactField() {
  const t = useText();
  const { party, save } = useCard();
  const value: readonly Channel[] = party.doNotContact;
  const edit = useInlineEdit({ value, save: (doNotContact) => save({ doNotContact: [...doNotContact] }) });
  const label = t('party.field.doNotContact');
  return (
    <InlineField
      field="doNotContact"
      label={label}
      edit={edit}
      isEmpty={value.length === 0}
      showsError
      view={<DoNotContactBadges channels={value} />}
      editor={
        <Checkbox.Group
          aria-label={label}
          value={[...edit.draft]}
          onChange={(chosen) => edit.change(channels.filter((channel) => chosen.includes(channel)))}
        >
          <Stack gap={6} py={4}>
            {channels.map((channel, index) => (
              <Checkbox key={channel} value={channel} autoFocus={index === 0} label={t(`card.doNot.${channel}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      }
    />
  );
}

/** Clear warnings: "Do not call". */
export function DoNotContactBadges({ channels: refused }: { readonly channels: readonly Channel[] }) {
  const t = useText();
  if (refused.length === 0) return null;
  return (
    <Group component="span" gap={4}>
      {refused.map((channel) => (
        <Badge
          key={channel}
          component="span"
          color="red"
          variant="light"
          tt="none"
          h="auto"
          styles={{ root: { cursor: 'inherit' }, label: { whiteSpace: 'normal' } }}
          leftSection={<IconBan size={12} aria-hidden />}
        >
          {t(`card.doNot.${channel}`)}
        </Badge>
      ))}
    </Group>
  );
}
