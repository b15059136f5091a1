import { Alert, SegmentedControl, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { CodeForm } from '#renderer/sync/CodeForm.tsx';
import { BranchFileForm } from '#renderer/sync/BranchFileForm.tsx';
import { joinFault } from '#renderer/sync/join-fault.ts';
import { useJoin } from '#renderer/sync/use-join.ts';

const ways = ['byCode', 'byFile'] as const;

interface JoinFormsProps {
  /** The page begins with them. */
  readonly isFirst?: boolean;
  readonly onJoined: (companyName: string) => void;
}

/** Joining a company, by what head office gave: a code, or a branch file. */
export function JoinForms({ isFirst = false, onJoined }: JoinFormsProps) {
  const t = useText();
  const [way, setWay] = useState<(typeof ways)[number]>('byCode');
  const joins = useJoin(onJoined);
  const { error, isPending } = joins[way];
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('sync.join.how')}
        data={ways.map((value) => ({ value, label: t(`sync.join.${value}`) }))}
        value={way}
        disabled={isPending}
        onChange={(value) => setWay(value as typeof way)}
        mr="auto"
      />
      {way === 'byCode' ? (
        <CodeForm isFirst={isFirst} isPending={isPending} onSubmit={(given) => joins.byCode.mutate(given)} />
      ) : (
        <BranchFileForm isPending={isPending} onSubmit={(given) => joins.byFile.mutate(given)} />
      )}
      {error !== null && !isPending && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
          <Message id={joinFault(error)} />
        </Alert>
      )}
    </Stack>
  );
}
