import { ActionIcon, Button, Group, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useTeams } from '#renderer/people/use-roles.ts';
import type { Team } from '#shared/people/contract.ts';

/** The teams of the shop: added, renamed where they stand, given up. */
export function TeamsEditor() {
  const t = useText();
  const queries = useQueryClient();
  const teams = useTeams();
  const onSuccess = () => queries.invalidateQueries({ queryKey: api.people.key() });
  const add = useMutation({ ...api.people.createTeam.mutationOptions(), onSuccess });
  const [name, setName] = useState('');
  return (
    <Stack gap="xs" role="group" aria-labelledby="teams-title">
      <div>
        <Title order={3} size="h5" id="teams-title">
          <Message id="teams.title" />
        </Title>
        <Text size="sm" c="dimmed">
          <Message id="teams.text" />
        </Text>
      </div>
      {teams.map((team) => (
        <TeamLine key={`${team.id} ${team.name}`} team={team} onSaved={onSuccess} />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') add.mutate({ name: name.trim() });
          setName('');
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            aria-label={t('teams.new')}
            placeholder={t('teams.new')}
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" leftSection={<IconPlus size={16} />} disabled={name.trim() === ''}>
            <Message id="common.add" />
          </Button>
        </Group>
      </form>
    </Stack>
  );
}

function TeamLine({ team, onSaved }: { readonly team: Team; readonly onSaved: () => Promise<void> }) {
  const t = useText();
  const [name, setName] = useState(team.name);
  const rename = useMutation({ ...api.people.updateTeam.mutationOptions(), onSuccess: onSaved });
  const remove = useMutation({ ...api.people.removeTeam.mutationOptions(), onSuccess: onSaved });
  const giveUp = t('teams.giveUp', { name: team.name });
  const keep = () => {
    if (name.trim() === '') setName(team.name);
    else if (name.trim() !== team.name) rename.mutate({ id: team.id, name: name.trim() });
  };
  return (
    <Group gap="xs">
      <TextInput
        aria-label={t('teams.rename')}
        maxLength={80}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
      />
      <Tooltip label={giveUp}>
        <ActionIcon variant="subtle" color="gray" aria-label={giveUp} onClick={() => remove.mutate({ id: team.id })}>
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
