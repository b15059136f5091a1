import { Anchor, Button, Grid, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useActivities, firstActivities } from '#renderer/activity/activity-query.ts';
import { CallForm } from '#renderer/call/CallForm.tsx';
import { closeCall, useOpenedCall } from '#renderer/call/open-call.ts';
import type { CallStart } from '#renderer/call/open-call.ts';
import { ScriptPanel } from '#renderer/call/ScriptPanel.tsx';
import { useCallLink } from '#renderer/call/use-call-link.ts';
import { useParty } from '#renderer/card/card-query.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import { useTaskTitle } from '#renderer/task/task-title.ts';

/** The card of a call: who, what was last said, what to say, and what is written down; opened by `openCall`. */
export function CallCard() {
  const start = useOpenedCall();
  return (
    <Modal
      opened={start !== null}
      onClose={closeCall}
      title={<Message id="call.title" />}
      size={920}
      yOffset="4vh"
      closeOnClickOutside={false}
    >
      {start !== null && (
        <Grid gap="lg" key={`${start.partyId} ${start.task?.id ?? ''}`}>
          <Grid.Col span={{ base: 12, sm: 5 }}>
            <Stack gap="md">
              <Caller start={start} />
              <ScriptPanel purpose={start.task?.purpose ?? ''} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 7 }}>
            <CallForm start={start} onClose={closeCall} />
          </Grid.Col>
        </Grid>
      )}
    </Modal>
  );
}

/** Who is called, the number, and the last talk. */
function Caller({ start }: { readonly start: CallStart }) {
  const t = useText();
  const format = useFormat();
  const linkOf = useCallLink();
  const titleOf = useTaskTitle();
  const { party } = useParty(start.partyType, start.partyId);
  if (party === undefined) return <Skeleton height={90} />;
  const [first] = party.phones;
  const phone = start.phone ?? first?.e164 ?? first?.raw ?? '';
  return (
    <div>
      <Anchor component={Link} href={partyPath({ type: party.type, id: party.id })} fw={600} size="lg" onClick={closeCall}>
        {party.title}
      </Anchor>
      {start.task !== undefined && (
        <Text size="sm" c="dimmed">
          {[titleOf(start.task), start.task.dealTitle].filter((part) => part !== '').join(' · ')}
        </Text>
      )}
      {phone === '' ? (
        <Text size="sm" c="dimmed">
          {t('call.noPhone')}
        </Text>
      ) : (
        <Group gap="xs" my={6}>
          <Text fw={500}>{format.phone(phone)}</Text>
          <Button
            component="a"
            href={linkOf(phone)}
            size="compact-md"
            variant="light"
            leftSection={<IconPhone size={15} aria-hidden />}
          >
            {t('call.dial')}
          </Button>
        </Group>
      )}
      <LastTalk partyId={party.id} />
    </div>
  );
}

function LastTalk({ partyId }: { readonly partyId: string }) {
  const t = useText();
  const format = useFormat();
  const activities = firstActivities(useActivities({ partyId, type: undefined, isWanted: true }).data);
  if (activities === undefined) return null;
  const last = activities.find(({ type }) => type !== 'note') ?? activities[0];
  return (
    <Text size="sm">
      <Text component="span" inherit c="dimmed">
        {last === undefined
          ? t('call.noTalk')
          : `${t('call.lastTalk')}: ${t(`activity.type.${last.type}`)}, ${format.relative(last.happenedAt)}`}
      </Text>
      {last !== undefined && last.text !== '' && ` — ${last.text}`}
    </Text>
  );
}
