import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKey, IconKeyOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useMe } from '#renderer/people/use-me.ts';
import { SecretDialog } from '#renderer/session/SecretDialog.tsx';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import type { Entry } from '#shared/session/contract.ts';

const icons = { password: IconKey, pin: IconKey, tap: IconKeyOff, needed: IconKeyOff } as const satisfies Record<Entry, unknown>;

interface SecretToolProps {
  readonly person: { readonly id: string; readonly role: string };
  readonly name: string;
}

/** Whether somebody has a password or PIN, and a button that sets it; nothing for others before the owner has one. */
export function SecretTool({ person, name }: SecretToolProps) {
  const t = useText();
  const me = useMe();
  const { entryOf, isProtected } = useEntrants();
  const [isOpen, setOpen] = useState(false);
  if (!isProtected && person.role !== 'owner') return null;
  const entry = entryOf(person.id);
  const Icon = icons[entry];
  const state = t(`session.entry.${entry}`, { name });
  const action = t(entry === 'password' || entry === 'pin' ? 'session.changeOf' : 'session.setOf', { name });
  const canManage = person.role === 'owner' || entry === 'needed';
  const holder = { id: person.id, name, entry, isMe: person.id === me?.id, canManage };
  return (
    <>
      <Tooltip label={state}>
        <ActionIcon
          variant="subtle"
          color={entry === 'needed' ? 'orange' : 'gray'}
          aria-label={action}
          aria-description={state}
          onClick={() => setOpen(true)}
        >
          <Icon size={18} />
        </ActionIcon>
      </Tooltip>
      <SecretDialog holder={isOpen ? holder : null} onClose={() => setOpen(false)} />
    </>
  );
}
