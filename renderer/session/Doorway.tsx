import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import { EntrantList } from '#renderer/session/EntrantList.tsx';
import { RecoverForm } from '#renderer/session/RecoverForm.tsx';
import { SecretEntry } from '#renderer/session/SecretEntry.tsx';
import { holdSession, openAgain, sessionUserId } from '#renderer/session/session-state.ts';
import { useEntrantName } from '#renderer/session/use-entrant-name.ts';
import type { Entrant } from '#shared/session/contract.ts';

interface DoorwayProps {
  readonly isLocked: boolean;
  readonly shop: { readonly shopName: string; readonly ownerId: string; readonly people: readonly Entrant[] };
}

/** Who works here, and the password or PIN of whoever is chosen. */
export function Doorway({ isLocked, shop }: DoorwayProps) {
  const { people, ownerId, shopName } = shop;
  const whose = isLocked ? sessionUserId() : null;
  const [chosenId, setChosenId] = useState<string | null>(whose ?? (people.length === 1 ? (people[0]?.id ?? null) : null));
  const [isRecovering, setRecovering] = useState(false);
  const chosen = people.find(({ id }) => id === chosenId);
  const isUnlocking = chosen !== undefined && chosen.id === whose;
  const enter = async (entrant: Entrant, secret?: string) => {
    const given = secret === undefined ? {} : { secret };
    if (entrant.id !== whose) return holdSession(await client.session.begin({ userId: entrant.id, ...given }));
    await client.session.unlock(given);
    return openAgain();
  };
  const choose = (entrant: Entrant) => {
    if (entrant.entry === 'tap') enter(entrant).catch(notifyError);
    else setChosenId(entrant.id);
  };
  return (
    <Center h="100%" component="main" p="lg" style={{ overflow: 'auto' }}>
      <Stack align="center" gap="lg" w="100%" maw={720}>
        <Stack align="center" gap={4}>
          <Title order={1} size="h2" ta="center">
            {shopName === '' ? 'Cartera' : shopName}
          </Title>
          <Text c="dimmed" ta="center">
            {isLocked && <IconLock size={16} aria-hidden style={{ verticalAlign: 'text-bottom', marginInlineEnd: 6 }} />}
            <Message id={isUnlocking ? 'session.lockedText' : 'session.who'} />
          </Text>
        </Stack>
        {isRecovering ? (
          <RecoverForm onCancel={() => setRecovering(false)} />
        ) : chosen === undefined ? (
          <EntrantList people={people} onChoose={choose} />
        ) : (
          <Chosen
            entrant={chosen}
            isOwner={chosen.id === ownerId}
            onEnter={(secret) => enter(chosen, secret)}
            onBack={people.length > 1 ? () => setChosenId(null) : undefined}
            onForgot={() => setRecovering(true)}
          />
        )}
      </Stack>
    </Center>
  );
}

interface ChosenProps {
  readonly entrant: Entrant;
  readonly isOwner: boolean;
  readonly onEnter: (secret?: string) => Promise<unknown>;
  readonly onBack: (() => void) | undefined;
  readonly onForgot: () => void;
}

function Chosen({ entrant, isOwner, onEnter, onBack, onForgot }: ChosenProps) {
  const name = useEntrantName()(entrant);
  const { entry } = entrant;
  const hasSecret = entry === 'password' || entry === 'pin';
  const [isAskingHow, setAskingHow] = useState(false);
  return (
    <Stack align="center" gap="md">
      <Group gap="sm">
        <PersonAvatar name={name} size={48} />
        <Text fw={600} size="xl">
          {name}
        </Text>
      </Group>
      {entry === 'needed' && (
        <Text maw={420} ta="center">
          <Message id="session.needed" />
        </Text>
      )}
      {entry === 'tap' && (
        <Button size="md" autoFocus onClick={() => void onEnter().catch(notifyError)}>
          <Message id="session.enter" />
        </Button>
      )}
      {hasSecret && <SecretEntry key={entrant.id} kind={entry} name={name} onEnter={onEnter} />}
      <Group gap="xs">
        {onBack !== undefined && (
          <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
            <Message id="session.somebodyElse" />
          </Button>
        )}
        {(isOwner || hasSecret) && (
          <Button variant="subtle" color="gray" onClick={isOwner ? onForgot : () => setAskingHow(true)}>
            <Message id="session.forgot" />
          </Button>
        )}
      </Group>
      {isAskingHow && (
        <Text maw={420} ta="center" role="status">
          <Message id="session.forgotText" />
        </Text>
      )}
    </Stack>
  );
}
