import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { SessionRow } from '#shared/session/contract.ts';

/** Where one is signed in, and for who manages people, where everybody is; nothing where nobody has a password. */
export function SessionsSection() {
  const { isProtected } = useEntrants();
  return isProtected ? <OpenSessions /> : null;
}

function OpenSessions() {
  const me = useMe();
  const canManage = useCan('people.manage');
  const sessions = useQuery(api.session.list.queryOptions({ input: { all: canManage } }));
  const end = useMutation({
    mutationFn: (userId: string) => client.session.endAll({ userId }),
    onSuccess: ({ ended }) => {
      notifyDone('session.ended', { count: ended });
      void sessions.refetch();
    },
  });
  const rows = sessions.data ?? [];
  const people = [...new Set(rows.map(({ userId }) => userId))].toSorted((one) => (one === me?.id ? -1 : 0));
  return (
    <Section id="sessions" title="session.sessions" text="session.sessionsText">
      <Stack gap="sm">
        {people.map((userId) => (
          <SessionsOf
            key={userId}
            userId={userId}
            rows={rows.filter((row) => row.userId === userId)}
            isPending={end.isPending}
            onEnd={() => end.mutate(userId)}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface SessionsOfProps {
  readonly userId: string;
  readonly rows: readonly SessionRow[];
  readonly isPending: boolean;
  readonly onEnd: () => void;
}

function SessionsOf({ userId, rows, isPending, onEnd }: SessionsOfProps) {
  const t = useText();
  const format = useFormat();
  const name = usePersonName()(userId);
  const canEnd = useCan('session.own') && rows.some(({ isThis }) => !isThis);
  return (
    <Paper withBorder px="sm" py="xs">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Text fw={500}>{name}</Text>
          {rows.map((row) => (
            <Group key={row.id} gap="xs">
              <Text size="sm" c="dimmed" title={row.userAgent}>
                {t(`session.way.${row.way}`)} · {t('session.seen', { time: format.dateTime(row.seenAt) })}
              </Text>
              {row.isThis && (
                <Badge variant="light" tt="none" fw={500}>
                  <Message id="session.this" />
                </Badge>
              )}
              {row.isLocked && (
                <Badge variant="light" color="gray" tt="none" fw={500}>
                  <Message id="session.isLocked" />
                </Badge>
              )}
            </Group>
          ))}
        </Stack>
        {canEnd && (
          <Button
            size="compact-md"
            variant="default"
            style={{ flex: 'none' }}
            aria-label={t('session.endAllOf', { name })}
            loading={isPending}
            onClick={onEnd}
          >
            <Message id="session.endAll" />
          </Button>
        )}
      </Group>
    </Paper>
  );
}
