import { Progress, Stack, Text, Title } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

type Working = Extract<EntranceState, { readonly type: 'working' }>;

/** What is being done to the data, and how far it is. */
export function WorkingPage({ state: { work, done, total } }: { readonly state: Working }) {
  const t = useText();
  const title = `entrance.working.${work}` as const;
  const percent = total === null || total === 0 ? 100 : Math.min(100, (done / total) * 100);
  return (
    <Stack aria-live="polite">
      <Title order={1} size="h3">
        <Message id={title} />
      </Title>
      <Progress.Root size="lg">
        <Progress.Section value={percent} animated striped={total === null} aria-label={t(title)} />
      </Progress.Root>
      {work !== 'opening' && (
        <Text c="dimmed">
          <Message id="entrance.working.text" />
        </Text>
      )}
    </Stack>
  );
}
