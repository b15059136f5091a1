import { Button, Center, Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import type { SettingsState } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { Frame } from '#renderer/frame/Frame.tsx';

/** What stands in the window: the program once it is ready, and till then that it starts or why it can't. */
export function StartScreen({ state }: { readonly state: SettingsState }) {
  const t = useText();
  if (state.status === 'ready') return <Frame />;
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
