import { Modal, Text } from '@mantine/core';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { SecretEntry } from '#renderer/session/SecretEntry.tsx';
import { holdSession } from '#renderer/session/session-state.ts';
import type { Entrant } from '#shared/session/contract.ts';

interface ChangeUserProps {
  /** Who wants to work here; closed when null. */
  readonly entrant: Entrant | null;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for the password or PIN of somebody who is to go on at this window. */
export function ChangeUser({ entrant, name, onClose }: ChangeUserProps) {
  return (
    <Modal opened={entrant !== null} onClose={onClose} title={name} centered>
      {entrant?.entry === 'needed' && (
        <Text>
          <Message id="session.needed" />
        </Text>
      )}
      {(entrant?.entry === 'password' || entrant?.entry === 'pin') && (
        <SecretEntry
          isInDialog
          kind={entrant.entry}
          name={name}
          onEnter={async (secret) => holdSession(await client.session.begin({ userId: entrant.id, secret }))}
        />
      )}
    </Modal>
  );
}
