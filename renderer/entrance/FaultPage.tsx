import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { entranceClient } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { RescueChoices } from '#renderer/backup/RescueChoices.tsx';
import { useShowEntrance } from '#renderer/entrance/use-entrance.ts';
import { startFaultText } from '#shared/desktop/start-fault.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

type Fault = Exclude<EntranceState, { readonly type: 'open' | 'locked' | 'working' }>;

/** Why the data can't be opened, and what can be done. */
export function FaultPage({ state }: { readonly state: Fault }) {
  const { language } = useSettings();
  const show = useShowEntrance();
  const retry = useMutation({ mutationFn: () => entranceClient.retry(), onSuccess: show });
  return (
    <Stack>
      <Title order={1} size="h3">
        <Message id="entrance.cannotOpen.title" />
      </Title>
      <Text style={{ overflowWrap: 'anywhere' }}>{startFaultText({ code: state.type, path: state.path }, language)}</Text>
      <Group>
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          <Message id="common.retry" />
        </Button>
      </Group>
      {state.type === 'keysDamaged' && <RescueChoices canRepair={false} />}
    </Stack>
  );
}
