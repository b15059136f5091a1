import { Text } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { secretTrouble } from '#renderer/session/secret-fault.ts';
import { useWait } from '#renderer/session/use-wait.ts';

/** Why a password wasn't taken, and how long until the next try; nothing where it was (null). */
export function SecretTroubleText({ error }: { readonly error: unknown }) {
  const trouble = error === null || error === undefined ? null : secretTrouble(error);
  const wait = useWait(trouble?.retryAt ?? null);
  if (trouble === null) return null;
  return (
    <Text c="red" role="alert" size="sm">
      <Message id={trouble.text} />
      {wait > 0 && (
        <>
          {' '}
          <Message id="session.wait" values={{ seconds: wait }} />
        </>
      )}
    </Text>
  );
}
