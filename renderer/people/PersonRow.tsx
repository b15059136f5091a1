import { ActionIcon, Badge, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconEye, IconPencil, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import { seeAs } from '#renderer/people/acting-user.ts';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import { useMe } from '#renderer/people/use-me.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useRoleWords, useTeams } from '#renderer/people/use-roles.ts';
import { SecretTool } from '#renderer/session/SecretTool.tsx';
import type { Person } from '#shared/people/contract.ts';

interface PersonRowProps {
  readonly person: Person;
  readonly canManage: boolean;
  readonly isPending: boolean;
  readonly onEdit: () => void;
  /** Lets them go, or come back; absent for the last owner. */
  readonly onMove?: () => void;
}

/** One of the people of the shop, and what can be done. */
export function PersonRow({ person, canManage, isPending, onEdit, onMove }: PersonRowProps) {
  const t = useText();
  const me = useMe();
  const roles = useRoleWords();
  const teams = useTeams();
  const nameOf = usePersonName();
  const { id, role, headId, phone, email, archivedAt } = person;
  const name = nameOf(id);
  const shown = archivedAt !== null ? t('people.left', { name }) : id === me?.id ? t('people.me', { name }) : name;
  const team = teams.find((one) => one.id === person.teamId)?.name ?? '';
  const head = headId === null ? '' : `${t('people.head')}: ${nameOf(headId)}`;
  const isGone = archivedAt !== null;
  return (
    <Paper component="li" withBorder px="sm" py={6} style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          <PersonAvatar name={name} size={34} />
          <div style={{ minWidth: 0 }}>
            <Group gap="xs" wrap="nowrap">
              <Text fw={500} truncate {...(isGone && { c: 'dimmed' })}>
                {shown}
              </Text>
              <Badge variant="light" tt="none" fw={500} style={{ flex: 'none' }} color={isGone ? 'gray' : 'teal'}>
                {roles.nameOf(role)}
              </Badge>
            </Group>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {[team, head, phone, email].filter(Boolean).join(' · ') || roles.textOf(role)}
            </Text>
          </div>
        </Group>
        {canManage && (
          <Tools
            person={person}
            name={name}
            isGone={isGone}
            isPending={isPending}
            onEdit={onEdit}
            onMove={onMove}
            onSeeAs={isGone || id === me?.id ? undefined : () => seeAs(id)}
          />
        )}
      </Group>
    </Paper>
  );
}

interface ToolsProps extends Pick<PersonRowProps, 'person' | 'isPending' | 'onEdit'> {
  readonly name: string;
  readonly isGone: boolean;
  readonly onMove: (() => void) | undefined;
  readonly onSeeAs: (() => void) | undefined;
}

function Tools({ person, name, isGone, isPending, onEdit, onMove, onSeeAs }: ToolsProps) {
  const t = useText();
  return (
    <Group gap={2} wrap="nowrap">
      {onSeeAs !== undefined && (
        <Tool label={t('people.seeAs', { name })} isDisabled={isPending} onClick={onSeeAs}>
          <IconEye size={18} />
        </Tool>
      )}
      {!isGone && <SecretTool person={person} name={name} />}
      <Tool label={t('people.edit', { name })} isDisabled={isPending} onClick={onEdit}>
        <IconPencil size={18} />
      </Tool>
      {onMove !== undefined && (
        <Tool label={t(isGone ? 'people.restoreNamed' : 'people.archiveNamed', { name })} isDisabled={isPending} onClick={onMove}>
          {isGone ? <IconUserPlus size={18} /> : <IconUserOff size={18} />}
        </Tool>
      )}
    </Group>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isDisabled, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
