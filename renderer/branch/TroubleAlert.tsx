import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { Trouble } from '#renderer/branch/trouble.ts';

/** Why head office didn't start, and what to do. */
export function TroubleAlert({ trouble }: { readonly trouble: Trouble }) {
  const t = useText();
  return (
    <Alert color="orange" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t(`branch.trouble.${trouble}`)}>
      <Message id={`branch.trouble.${trouble}.text`} />
    </Alert>
  );
}
