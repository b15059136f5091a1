import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { PersonForm } from '#renderer/people/PersonForm.tsx';
import { PersonRow } from '#renderer/people/PersonRow.tsx';
import { TeamsEditor } from '#renderer/people/TeamsEditor.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { Person } from '#shared/people/contract.ts';

/** The people of the shop: added, changed, and let go. */
export function TeamSection() {
  const people = useQuery(api.people.list.queryOptions());
  const canManage = useCan('people.manage');
  const { isProtected } = useEntrants();
  const canManageTeams = useCan('role.manage');
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const move = useMutation({
    mutationFn: ({ id, archivedAt }: Person) =>
      archivedAt === null ? client.people.archive({ id }) : client.people.restore({ id }),
    onSuccess: ({ name, archivedAt }) => {
      if (archivedAt !== null) notifyDone('people.archived', { name });
      void people.refetch();
    },
  });
  const rows = people.data ?? [];
  const owners = rows.filter(({ role, archivedAt }) => role === 'owner' && archivedAt === null);
  return (
    <Section id="people" title="people.title" text={rows.length === 1 ? 'people.alone' : 'people.text'}>
      {people.isError && (
        <Group role="alert">
          <Text>
            <Message id="settings.notRead" />
          </Text>
          <Button size="compact-md" variant="light" onClick={() => void people.refetch()}>
            <Message id="common.retry" />
          </Button>
        </Group>
      )}
      {rows.length > 0 && (
        <Stack gap={4} component="ul" p={0} m={0}>
          {rows.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              canManage={canManage}
              isPending={move.isPending}
              onEdit={() => setEdited(person)}
              {...(owners.length === 1 && owners[0] === person ? {} : { onMove: () => move.mutate(person) })}
            />
          ))}
        </Stack>
      )}
      {rows.length > 1 && (canManage || !isProtected) && (
        <Text size="sm" c="dimmed">
          <Message id={isProtected ? 'session.teamText' : 'people.noPasswords'} />
        </Text>
      )}
      {canManage && (
        <Group>
          <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
            <Message id="people.add" />
          </Button>
        </Group>
      )}
      {canManageTeams && rows.length > 1 && <TeamsEditor />}
      <PersonForm person={edited} onClose={() => setEdited(null)} onSaved={() => void people.refetch()} />
    </Section>
  );
}
