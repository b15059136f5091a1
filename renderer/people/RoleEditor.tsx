import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { FieldRights } from '#renderer/people/FieldRights.tsx';
import { OperationRights } from '#renderer/people/OperationRights.tsx';
import { ReachTable } from '#renderer/people/ReachTable.tsx';
import { StageRights } from '#renderer/people/StageRights.tsx';
import { useRoles, useRoleWords } from '#renderer/people/use-roles.ts';
import { useRoleSummary } from '#renderer/people/use-role-summary.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { RoleRead } from '#shared/people/contract.ts';
import type { Rights } from '#shared/people/rights.ts';

interface RoleEditorProps {
  /** Closed when null. */
  readonly role: RoleRead | 'new' | null;
  readonly onClose: () => void;
}

/** What a role sees and may do; a new one begins as a copy of another. */
export function RoleEditor({ role, onClose }: RoleEditorProps) {
  const t = useText();
  const { nameOf } = useRoleWords();
  const title = role === null || role === 'new' ? t('roles.new') : t('roles.edit', { name: nameOf(role.id) });
  return (
    <Modal
      size={940}
      yOffset={20}
      opened={role !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={title}
    >
      {role !== null && <Editor key={role === 'new' ? 'new' : role.id} role={role} onClose={onClose} />}
    </Modal>
  );
}

function Editor({ role, onClose }: RoleEditorProps & { readonly role: RoleRead | 'new' }) {
  const t = useText();
  const roles = useRoles();
  const summary = useRoleSummary();
  const [name, setName] = useState(role === 'new' ? '' : role.name);
  const start = role === 'new' ? roles.find(({ id }) => id === 'seller') : role;
  const [source, setSource] = useState(start?.id ?? 'seller');
  const [rights, setRights] = useState<Rights | undefined>(start?.rights);
  const save = useSaveRole(role, onClose);
  if (rights === undefined) return null;
  const isNamed = role === 'new' || !role.isBuiltIn;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim(), rights });
  };
  const isTaken = refusedField(save.error) === 'name';
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="lg">
        {isNamed && (
          <Group grow align="flex-start">
            <TextInput
              data-autofocus
              required
              label={t('roles.name')}
              maxLength={80}
              autoComplete="off"
              value={name}
              error={isTaken && t('roles.nameTaken')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {role === 'new' && (
              <SourceSelect
                value={source}
                onChange={(copied) => {
                  setSource(copied.id);
                  setRights(copied.rights);
                }}
              />
            )}
          </Group>
        )}
        <Alert color="teal" role="status">
          {summary(rights)}
        </Alert>
        <Part title="roles.objects" text="roles.objectsText">
          <ReachTable rights={rights} onChange={setRights} />
        </Part>
        <Part title="roles.fields" text="roles.fieldsText">
          <FieldRights rights={rights} onChange={setRights} />
        </Part>
        <Part title="roles.stages" text="roles.stagesText">
          <StageRights rights={rights} onChange={setRights} />
        </Part>
        <Part title="roles.operations">
          <OperationRights rights={rights} onChange={setRights} />
        </Part>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={isNamed && name.trim() === ''}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSaveRole(role: RoleRead | 'new', onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, rights }: Pick<RoleRead, 'name' | 'rights'>) => {
      if (role === 'new') return client.people.createRole({ name, rights });
      return client.people.updateRole({ id: role.id, rights, ...(role.isBuiltIn ? {} : { name }) });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.people.key() });
      notifyDone('roles.saved');
      onSaved();
    },
    onError: (error) => {
      if (refusedField(error) !== 'name') notifyError(error);
    },
  });
}

function SourceSelect({ value, onChange }: { readonly value: string; readonly onChange: (role: RoleRead) => void }) {
  const t = useText();
  const roles = useRoles();
  const { nameOf } = useRoleWords();
  const data = roles.filter(({ id }) => id !== 'owner').map(({ id }) => ({ value: id, label: nameOf(id) }));
  return (
    <NativeSelect
      label={t('roles.startFrom')}
      data={data}
      value={value}
      onChange={(event) => {
        const chosen = roles.find(({ id }) => id === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

interface PartProps {
  readonly title: MessageKey;
  readonly text?: MessageKey;
  readonly children: ReactNode;
}

function Part({ title, text, children }: PartProps) {
  return (
    <Stack gap="xs" component="section">
      <div>
        <Title order={3} size="h5">
          <Message id={title} />
        </Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed">
            <Message id={text} />
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
