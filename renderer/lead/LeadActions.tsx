import { Button, Group, Kbd } from '@mantine/core';
import { IconCheck, IconUserSearch, IconX } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import type { Lead } from '#shared/lead/contract.ts';

export type LeadDialog = 'accept' | 'merge' | 'reject';

interface LeadActionsProps {
  readonly lead: Lead;
  readonly onAct: (dialog: LeadDialog, lead: Lead) => void;
}

/** What can be done with a new request. */
export function LeadActions({ lead, onAct }: LeadActionsProps) {
  const canEdit = useCan('lead.edit');
  if (!canEdit || lead.status !== 'new') return null;
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
