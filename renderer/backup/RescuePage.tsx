import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { entranceClient } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { RescueChoices } from '#renderer/backup/RescueChoices.tsx';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

type Rescued = Exclude<EntranceState, { readonly type: 'open' | 'locked' | 'working' | 'keysDamaged' | 'cannotOpen' }>;

/** What is wrong with the data's file or folder, and what helps. */
export function RescuePage({ state }: { readonly state: Rescued }) {
  const { type, path } = state;
  const values = {
    path: path.replace(/[/\\][^/\\]+$/, ''),
    by: 'by' in state ? state.by : '',
    backup: 'backup' in state ? state.backup : '',
  };
  const hasChoices = type === 'damaged' || type === 'fromTheFuture' || type === 'notOurs';
  return (
    <Stack>
      <Title order={1} size="h3">
        <Message id={`rescue.${type}`} values={values} />
      </Title>
      <Text style={{ overflowWrap: 'anywhere' }}>
        <Message id={`rescue.${type}.text`} values={values} />
      </Text>
      {hasChoices ? <RescueChoices canRepair={type === 'damaged'} /> : <Retry canOpenAnyway={isRisk(type)} />}
    </Stack>
  );
}

function isRisk(type: Rescued['type']): boolean {
  return type === 'inCloudFolder' || type === 'onNetwork';
}

function Retry({ canOpenAnyway }: { readonly canOpenAnyway: boolean }) {
  const show = useShowEntrance();
  const retry = useMutation({ mutationFn: () => entranceClient.retry(), onSuccess: show });
  const anyway = useMutation({
    mutationFn: () => entranceClient.rescue.openAnyway(),
    onSuccess: async () => show(await entranceClient.state()),
  });
  return (
    <Group>
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        <Message id="common.retry" />
      </Button>
      {canOpenAnyway && (
        <Button variant="default" loading={anyway.isPending} onClick={() => anyway.mutate()}>
          <Message id="rescue.anyway" />
        </Button>
      )}
    </Group>
  );
}
