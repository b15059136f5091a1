import { Button, Center, Loader } from '@mantine/core';
import { IconKeyOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '#renderer/app/connection.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import type { SettingsState } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { EntranceScreen } from '#renderer/entrance/EntranceScreen.tsx';
import { useEntrance } from '#renderer/entrance/use-entrance.ts';
import { FirstRun } from '#renderer/first-run/FirstRun.tsx';
import { Frame } from '#renderer/frame/Frame.tsx';

/** What stands in the window: the program once it is ready, and till then that it starts or why it can't. */
export function StartScreen({ state }: { readonly state: SettingsState }) {
  const t = useText();
  const connection = useConnection();
  const entrance = useEntrance();
  if (connection === 'refused') return <NoAccess onRetry={state.retry} />;
  if (entrance.isShut) return <EntranceScreen state={entrance.state} />;
  if (state.status === 'ready') return state.settings.firstRunDone ? <Frame /> : <FirstRun />;
  if (state.status === 'loading') {
    return (
      <Center h="100%" component="main">
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  return (
    <Center h="100%" component="main">
      <EmptyState
        isWholePage
        icon={<IconPlugConnectedX />}
        title={<Message id="connection.lost" />}
        text={<Message id="connection.lostText" />}
        actions={
          <Button onClick={state.retry}>
            <Message id="common.retry" />
          </Button>
        }
      />
    </Center>
  );
}

function NoAccess({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Center h="100%" component="main">
      <EmptyState
        isWholePage
        icon={<IconKeyOff />}
        title={<Message id="access.title" />}
        text={<Message id="access.text" />}
        actions={
          <Button onClick={onRetry}>
            <Message id="common.retry" />
          </Button>
        }
      />
    </Center>
  );
}
