import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useConnection } from '#renderer/app/connection.ts';
import { Message } from '#renderer/app/Message.tsx';

const timeBetweenTries = 3_000;

/** Says that the core doesn't answer, and tries again by itself; once it answers, all that is shown is read anew. */
export function ConnectionNotice() {
  const isLost = useConnection() === 'lost';
  return isLost ? <Lost /> : null;
}

function Lost() {
  const queries = useQueryClient();
  const [isTrying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    try {
      await client.settings.get(undefined);
      await queries.invalidateQueries();
    } catch {
      // Still no answer: the notice stays.
    } finally {
      setTrying(false);
    }
  };
  useEffect(() => {
    const timer = window.setInterval(() => {
      client.settings.get(undefined).then(
        () => queries.invalidateQueries(),
        () => undefined,
      );
    }, timeBetweenTries);
    return () => window.clearInterval(timer);
  }, [queries]);
  return (
    <Alert color="red" radius={0} py="xs" icon={<IconPlugConnectedX />} role="alert">
      <Group justify="space-between" gap="sm">
        <Text>
          <b>
            <Message id="connection.lost" />
          </b>
          {' · '}
          <Message id="connection.lostText" />
        </Text>
        <Button size="compact-md" variant="default" loading={isTrying} onClick={() => void tryNow()}>
          <Message id="common.retry" />
        </Button>
      </Group>
    </Alert>
  );
}
