import { ActionIcon, Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/card/Deal.module.css';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { PartyPicker } from '#renderer/deal/PartyPicker.tsx';
import type { PickedParty } from '#renderer/deal/PartyPicker.tsx';
import type { DealContact } from '#shared/deal/fields.ts';

/** Who takes part in the deal besides the client, and as what: pays, decides, opens the door. */
export function DealContactsPanel() {
  const t = useText();
  const { deal, isReadOnly } = useDealCard();
  const [isAdding, setAdding] = useState(false);
  const { set, isSaving } = useSetContacts();
  if (isReadOnly && deal.contacts.length === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={4}>
        {t('deal.contacts')}
      </Title>
      <ul className={classes.list}>
        {deal.contacts.map((contact) => (
          <li key={contact.id} className={classes.row}>
            <div className={classes.grows}>
              <Anchor component={Link} href={`/contacts/${contact.partyId}`}>
                {contact.title}
              </Anchor>
              {contact.role !== '' && (
                <Text size="sm" c="dimmed">
                  {contact.role}
                </Text>
              )}
            </div>
            {!isReadOnly && (
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('deal.contacts.remove', { name: contact.title })}
                disabled={isSaving}
                onClick={() => set(deal.contacts.filter(({ id }) => id !== contact.id))}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <AddContact
          onClose={() => setAdding(false)}
          onAdd={(partyId, role) => {
            setAdding(false);
            set([...deal.contacts, { partyId, role }]);
          }}
        />
      )}
      {!isReadOnly && !isAdding && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('deal.contacts.add')}
        </Button>
      )}
    </Paper>
  );
}

function useSetContacts() {
  const { deal } = useDealCard();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation(
    api.deal.setContacts.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.deal.get.queryKey({ input: { id: deal.id } }), saved),
    }),
  );
  return {
    isSaving: isPending,
    set: (contacts: readonly Pick<DealContact, 'partyId' | 'role'>[]) =>
      mutate({ id: deal.id, contacts: contacts.map(({ partyId, role }) => ({ partyId, role })) }),
  };
}

interface AddContactProps {
  readonly onAdd: (partyId: string, role: string) => void;
  readonly onClose: () => void;
}

function AddContact({ onAdd, onClose }: AddContactProps) {
  const t = useText();
  const [party, setParty] = useState<PickedParty | null>(null);
  const [role, setRole] = useState('');
  const id = party !== null && 'id' in party ? party.id : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (id !== null) onAdd(id, role.trim());
      }}
    >
      <Stack gap="xs" mt="xs">
        <PartyPicker label={t('deal.contacts.who')} value={party} onChange={setParty} />
        <TextInput
          label={t('deal.contacts.role')}
          placeholder={t('deal.contacts.rolePlaceholder')}
          maxLength={80}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-md" disabled={id === null}>
            {t('common.add')}
          </Button>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
