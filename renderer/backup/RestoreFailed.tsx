import { Alert } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { Message } from '#renderer/app/Message.tsx';
import { faultMessage } from '#renderer/backup/fault-message.ts';
import { refusalText } from '#renderer/entrance/refusal-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const refusals: Readonly<Record<string, MessageKey>> = {
  fromTheFuture: 'backup.refusal.fromTheFuture',
  notOurs: 'backup.refusal.notOurs',
  damaged: 'backup.refusal.damaged',
  otherKey: 'backup.refusal.otherKey',
};

/** Why a backup wasn't brought back, or a file not repaired. */
export function RestoreFailed({ error }: { readonly error: Error }) {
  const { code, place } = dataOf(error);
  const isOfDisk = error instanceof ORPCError && error.code === 'BACKUP_FAILED';
  return (
    <Alert color="red" role="alert">
      {isOfDisk ? <Message id={faultMessage(code)} values={{ place }} /> : <Message id={refusals[code] ?? refusalText(error)} />}
    </Alert>
  );
}

function dataOf(error: Error): { readonly code: string; readonly place: string } {
  const data = (error instanceof ORPCError ? error.data : null) as { readonly code?: string; readonly place?: string } | null;
  return { code: data?.code ?? '', place: data?.place ?? '' };
}
