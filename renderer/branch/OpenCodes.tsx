import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useReadAgain } from '#renderer/branch/use-branches.ts';

/** Codes that no computer has used yet; each can be made void. */
export function OpenCodes() {
  const t = useText();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { data = [] } = useQuery(api.branch.invites.queryOptions({ refetchInterval: 15_000 }));
  const cancel = useMutation({
    mutationFn: (id: string) => client.branch.cancelInvite({ id }),
    onSuccess: () => {
      notifyDone('branch.codes.cancelled');
      readAgain();
    },
  });
  const open = data.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="codes-title">
      <Title order={2} size="h4" id="codes-title" mb="xs">
        <Message id="branch.codes" />
      </Title>
      <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {open.map(({ id, name, branchName, brings, expiresAt }) => (
          <Paper key={id} component="li" withBorder px="md" py={6}>
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={500}>{t('branch.codes.for', { name, branch: branchName ?? t('branch.office') })}</Text>
                <Text size="sm" c="dimmed">
                  {[t('branch.codes.until', { until: format.dateTime(expiresAt) }), t(`branch.brings.${brings}`)].join(' · ')}
                </Text>
              </div>
              <Button
                size="compact-md"
                variant="default"
                style={{ flex: 'none' }}
                aria-label={t('branch.codes.cancelNamed', { name })}
                disabled={cancel.isPending}
                onClick={() => cancel.mutate(id)}
              >
                <Message id="branch.codes.cancel" />
              </Button>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
