import { Button, Center, Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';

interface NoAnswerProps {
  /** Whether it is known that none will come. */
  readonly isLost: boolean;
  readonly onRetry: () => void;
}

/** What stands in the whole window as long as the core has told nothing. */
export function NoAnswer({ isLost, onRetry }: NoAnswerProps) {
  const t = useText();
  return (
    <Center h="100%" component="main">
      {isLost ? (
        <EmptyState
          isWholePage
          icon={<IconPlugConnectedX />}
          title={<Message id="connection.lost" />}
          text={<Message id="connection.lostText" />}
          actions={
            <Button onClick={onRetry}>
              <Message id="common.retry" />
            </Button>
          }
        />
      ) : (
        <Loader aria-label={t('common.loading')} />
      )}
    </Center>
  );
}
