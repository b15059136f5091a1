import { Button, Loader, Stack, Text, ThemeIcon, Title, UnstyledButton } from '@mantine/core';
import {
  IconArrowLeft,
  IconBuildingStore,
  IconDatabaseImport,
  IconFileImport,
  IconPlayerPlay,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import styles from '#renderer/first-run/FirstRun.module.css';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface FirstStepProps {
  readonly onBack: () => void;
  /** This computer is to be one of a branch. */
  readonly onJoin: () => void;
  /** Cartera was on another computer. */
  readonly onBringBack: () => void;
}

/** Where the list comes from: a file, an invented shop to try things out, or nowhere yet. */
export function FirstStep({ onBack, onJoin, onBringBack }: FirstStepProps) {
  const [, goTo] = useLocation();
  const { ownerName } = useSettings();
  const update = useUpdateSettings();
  const begin = async (path: string) => {
    goTo(path);
    await update({ firstRunDone: true });
  };
  const demo = useMutation({
    mutationFn: () => client.demo.create({ sales: true }),
    onSuccess: async ({ actId, contacts, companies, deals }) => {
      await begin('/contacts');
      notifyDone('firstRun.demoDone', { contacts, companies, deals }, { undoActId: actId });
    },
  });
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          <Message id={ownerName === '' ? 'firstRun.ready' : 'firstRun.readyNamed'} values={{ name: ownerName }} />
        </Title>
        <Text c="dimmed">
          <Message id="firstRun.readyText" />
        </Text>
      </div>
      <Choice
        icon={<IconFileImport />}
        title="firstRun.import"
        text="firstRun.importText"
        isDisabled={demo.isPending}
        isFirst
        onClick={() => void begin('/import')}
      />
      <Choice
        icon={demo.isPending ? <Loader size="sm" color="white" /> : <IconUsersPlus />}
        title="firstRun.demo"
        text={demo.isPending ? 'firstRun.demoRunning' : 'firstRun.demoText'}
        isDisabled={demo.isPending}
        onClick={() => demo.mutate()}
      />
      <Choice
        icon={<IconPlayerPlay />}
        title="firstRun.empty"
        text="firstRun.emptyText"
        isDisabled={demo.isPending}
        onClick={() => void begin('/contacts')}
      />
      <Choice
        icon={<IconBuildingStore />}
        title="sync.join.branch"
        text="sync.join.branchText"
        isDisabled={demo.isPending}
        onClick={onJoin}
      />
      <Choice
        icon={<IconDatabaseImport />}
        title="firstRun.bringBack"
        text="firstRun.bringBackText"
        isDisabled={demo.isPending}
        onClick={onBringBack}
      />
      <Button variant="subtle" color="gray" mr="auto" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
        <Message id="common.back" />
      </Button>
    </Stack>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly isDisabled: boolean;
  /** Takes the focus when the screen appears. */
  readonly isFirst?: boolean;
  readonly onClick: () => void;
}

function Choice({ icon, title, text, isDisabled, isFirst = false, onClick }: ChoiceProps) {
  return (
    <UnstyledButton autoFocus={isFirst} className={styles.choice} disabled={isDisabled} onClick={onClick}>
      <ThemeIcon size={44} radius="md" aria-hidden>
        {icon}
      </ThemeIcon>
      <span>
        <Text component="span" display="block" fw={600} size="lg">
          <Message id={title} />
        </Text>
        <Text component="span" c="dimmed">
          <Message id={text} />
        </Text>
      </span>
    </UnstyledButton>
  );
}
