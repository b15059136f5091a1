import { Button, Group, Kbd } from '@mantine/core';
import { IconCheck, IconUserSearch, IconX } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import type { Lead } from '#shared/lead/contract.ts';

export type LeadDialog = 'accept' | 'merge' | 'reject';

interface LeadActionsProps {
  readonly lead: Lead;
  readonly onAct: (dialog: LeadDialog, lead: Lead) => void;
}

/** What can be done with a new request, by its buttons or their keys. */
export function LeadActions({ lead, onAct }: LeadActionsProps) {
  const mayTake = useCan('lead.edit');
  const mayOn = useMayOn();
  const canAct = (lead.ownerId === null ? mayTake : mayOn('lead', 'edit', heldBy(lead))) && lead.status === 'new';
  useShortcuts(
    canAct
      ? {
          KeyA: { label: 'lead.shortcut.accept', run: () => onAct('accept', lead) },
          KeyR: { label: 'lead.shortcut.reject', run: () => onAct('reject', lead) },
        }
      : {},
  );
  if (!canAct) return null;
  return (
    <Group gap="xs">
      <Button
        leftSection={<IconCheck size={16} aria-hidden />}
        rightSection={<Kbd size="xs">A</Kbd>}
        onClick={() => onAct('accept', lead)}
      >
        <Message id="lead.accept" />
      </Button>
      <Button variant="default" leftSection={<IconUserSearch size={16} aria-hidden />} onClick={() => onAct('merge', lead)}>
        <Message id="lead.merge" />
      </Button>
      <Button
        variant="default"
        leftSection={<IconX size={16} aria-hidden />}
        rightSection={<Kbd size="xs">R</Kbd>}
        onClick={() => onAct('reject', lead)}
      >
        <Message id="lead.reject" />
      </Button>
    </Group>
  );
}
