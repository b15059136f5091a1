import { ActionIcon, Badge, Button, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react';
import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { RoleEditor } from '#renderer/people/RoleEditor.tsx';
import { useRoles, useRoleWords } from '#renderer/people/use-roles.ts';
import { useRoleSummary } from '#renderer/people/use-role-summary.ts';
import { Section } from '#renderer/settings/Section.tsx';
import type { RoleRead } from '#shared/people/contract.ts';

/** The roles every shop has and its own: made, changed, given up. */
export function RolesSection() {
  const roles = useRoles();
  const [edited, setEdited] = useState<RoleRead | 'new' | null>(null);
  return (
    <Section id="roles" title="roles.title" text="roles.text">
      <Stack gap={4} component="ul" p={0} m={0}>
        {roles.map((role) => (
          <RoleLine key={role.id} role={role} onEdit={() => setEdited(role)} />
        ))}
      </Stack>
      <Group>
        <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          <Message id="roles.new" />
        </Button>
      </Group>
      <RoleEditor role={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}

function RoleLine({ role, onEdit }: { readonly role: RoleRead; readonly onEdit: () => void }) {
  const t = useText();
  const summary = useRoleSummary();
  const name = useRoleWords().nameOf(role.id);
  const isOwner = role.id === 'owner';
  return (
    <Paper component="li" withBorder px="sm" py={6} style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={500}>{name}</Text>
            <Badge variant="light" tt="none" fw={500} color={role.people > 0 ? 'teal' : 'gray'}>
              {t('roles.people', { count: role.people })}
            </Badge>
            {role.isChanged && (
              <Badge variant="light" tt="none" fw={500} color="orange">
                <Message id="roles.changed" />
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" lineClamp={2}>
            {isOwner ? t('roles.sum.owner') : summary(role.rights)}
          </Text>
        </div>
        {!isOwner && <RoleTools role={role} name={name} onEdit={onEdit} />}
      </Group>
    </Paper>
  );
}

interface RoleToolsProps {
  readonly role: RoleRead;
  readonly name: string;
  readonly onEdit: () => void;
}

function RoleTools({ role, name, onEdit }: RoleToolsProps) {
  const t = useText();
  const queries = useQueryClient();
  const remove = useMutation({
    ...api.people.removeRole.mutationOptions(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.people.key() });
      notifyDone(role.isBuiltIn ? 'roles.isAsDelivered' : 'roles.gaveUp', { name });
    },
    onError: (error) => {
      if (error instanceof ORPCError && error.code === 'IN_USE')
        notifyDone('roles.inUse', { people: (error.data as { people: number }).people });
      else notifyError(error);
    },
  });
  const removal = role.isBuiltIn ? t('roles.asDelivered') : t('roles.giveUp', { name });
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={t('roles.edit', { name })}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('roles.edit', { name })} onClick={onEdit}>
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
      {(!role.isBuiltIn || role.isChanged) && (
        <Tooltip label={removal}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={removal}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: role.id })}
          >
            {role.isBuiltIn ? <IconRestore size={18} /> : <IconTrash size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
