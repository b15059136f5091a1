import { Button, Center } from '@mantine/core';
import { IconKeyOff } from '@tabler/icons-react';
import { useConnection } from '#renderer/app/connection.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { NoAnswer } from '#renderer/app/NoAnswer.tsx';
import type { SettingsState } from '#renderer/app/settings.tsx';
import { EntranceScreen } from '#renderer/entrance/EntranceScreen.tsx';
import { useEntrance } from '#renderer/entrance/use-entrance.ts';
import { FirstRun } from '#renderer/first-run/FirstRun.tsx';
import { Frame } from '#renderer/frame/Frame.tsx';

/** What stands in the window: the program once it is ready, and till then that it starts or why it can't. */
export function StartScreen({ state }: { readonly state: SettingsState }) {
  const connection = useConnection();
  const entrance = useEntrance();
  if (connection === 'refused') return <NoAccess onRetry={state.retry} />;
  if (entrance.isShut) return <EntranceScreen state={entrance.state} />;
  if (state.status === 'ready') return state.settings.firstRunDone ? <Frame /> : <FirstRun />;
  return <NoAnswer isLost={state.status === 'failed'} onRetry={state.retry} />;
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
