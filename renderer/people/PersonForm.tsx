import { Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import type { Person } from '#shared/people/contract.ts';
import { useRoles, useRoleWords, useTeams } from '#renderer/people/use-roles.ts';
import { useRoleSummary } from '#renderer/people/use-role-summary.ts';
import type { Role } from '#shared/people/role.ts';

interface PersonFormProps {
  readonly person: Person | 'new' | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Draft = Pick<Person, 'name' | 'role' | 'headId' | 'teamId' | 'phone' | 'email'>;
const newPerson: Draft = { name: '', role: 'seller', headId: null, teamId: null, phone: '', email: '' };

/** The form of a person, new or there already; closed when `person` is null. */
export function PersonForm({ person, onClose, onSaved }: PersonFormProps) {
  return (
    <Modal
      size={660}
      yOffset={24}
      opened={person !== null}
      onClose={onClose}
      title={<Message id={person === 'new' ? 'people.add' : 'people.change'} />}
    >
      {person !== null && <Fields person={person} onClose={onClose} onSaved={onSaved} />}
    </Modal>
  );
}

interface FieldsProps extends PersonFormProps {
  readonly person: Person | 'new';
}

function Fields({ person, onClose, onSaved }: FieldsProps) {
  const t = useText();
  const teams = useTeams();
  const [draft, setDraft] = useState<Draft>(person === 'new' ? newPerson : person);
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const text = (field: 'name' | 'phone' | 'email') => ({
    label: t(`people.${field}`),
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [field]: event.currentTarget.value }),
  });
  const save = useMutation({
    mutationFn: ({ name, role, headId, teamId, phone, email }: Draft) => {
      const fields = { name: name.trim(), role, headId, teamId, phone, email };
      return person === 'new' ? client.people.create(fields) : client.people.update({ ...fields, id: person.id });
    },
    onSuccess: () => {
      onSaved();
      onClose();
    },
    onError: (error) => {
      if (refusedField(error) !== 'headId') notifyError(error);
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() !== '') save.mutate(draft);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput data-autofocus required maxLength={120} autoComplete="off" {...text('name')} />
        <RoleChoice value={draft.role} onChange={(role) => change({ role })} />
        <PersonSelect
          label={t('people.head')}
          description={t('people.headText')}
          placeholder={t('people.role.owner')}
          clearable
          value={draft.headId}
          except={person === 'new' ? null : person.id}
          error={refusedField(save.error) === 'headId' ? t('people.headCircle') : undefined}
          onChange={(headId) => change({ headId })}
        />
        {teams.length > 0 && (
          <Select
            label={t('teams.team')}
            placeholder={t('teams.noTeam')}
            clearable
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.teamId}
            onChange={(teamId) => change({ teamId })}
          />
        )}
        <Group grow align="flex-start">
          <TextInput type="tel" maxLength={100} autoComplete="off" {...text('phone')} />
          <TextInput maxLength={254} autoComplete="off" {...text('email')} />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === ''}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The roles, each with what it may do. */
function RoleChoice({ value, onChange }: { readonly value: Role; readonly onChange: (role: Role) => void }) {
  const t = useText();
  const roles = useRoleWords();
  const rightsOf = new Map(
    useRoles().map(({ id, rights, isBuiltIn, isChanged }) => [id, isBuiltIn && !isChanged ? null : rights]),
  );
  const summary = useRoleSummary();
  const describe = (role: Role) => {
    const rights = rightsOf.get(role);
    return rights ? summary(rights) : roles.textOf(role);
  };
  return (
    <Radio.Group label={t('people.role')} value={value} onChange={onChange}>
      <Stack gap={4} mt={6}>
        {roles.choices.map((role) => (
          <Radio key={role.value} value={role.value} label={role.label} description={describe(role.value)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
