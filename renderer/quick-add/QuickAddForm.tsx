import { Anchor, Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { CompanyField } from '#renderer/quick-add/CompanyField.tsx';
import { createParty } from '#renderer/quick-add/create-party.ts';
import { canBeSaved, isEmptyDraft } from '#renderer/quick-add/draft.ts';
import { DuplicateHint } from '#renderer/quick-add/DuplicateHint.tsx';
import type { Draft } from '#renderer/quick-add/draft.ts';
import type { QuickAddStart } from '#renderer/quick-add/open-quick-add.ts';
import { useDrafts } from '#renderer/quick-add/use-drafts.ts';
import { useDuplicates } from '#renderer/quick-add/use-duplicates.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import type { PartyType } from '#shared/party/fields.ts';

interface QuickAddFormProps {
  readonly start: QuickAddStart;
  readonly onClose: () => void;
}

/** A few fields, a hint when the person may be there already, and the new card opens. */
export function QuickAddForm({ start, onClose }: QuickAddFormProps) {
  const t = useText();
  const [, goTo] = useLocation();
  const fieldRight = useFieldRights();
  const { draft, aside, change, clear, swap } = useDrafts(start);
  const { duplicates, mayCreate } = useDuplicates(draft);
  const open = (type: PartyType, id: string) => {
    onClose();
    goTo(type === 'contact' ? `/contacts/${id}` : `/companies/${id}`);
  };
  const save = useMutation({
    mutationFn: async (wanted: Draft) => ((await mayCreate()) ? createParty(wanted) : null),
    onSuccess: (created) => {
      if (created === null) return;
      const { id, type, title } = created;
      clear();
      notifyDone('quickAdd.saved', { name: title });
      open(type, id);
    },
  });
  const refused = refusedField(save.error) ?? '';
  const refusal = (field: string) => (refused.startsWith(field) ? t('quickAdd.refused') : undefined);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canBeSaved(draft) && !save.isPending) save.mutate(draft);
  };
  const isContact = draft.type === 'contact';
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        {aside !== null && (
          <Text size="sm" c="dimmed">
            <Message id="quickAdd.aside" values={{ name: aside.name || aside.phone || aside.email || aside.note }} />{' '}
            <Anchor component="button" type="button" size="sm" onClick={swap}>
              <Message id="quickAdd.bringBack" />
            </Anchor>
          </Text>
        )}
        <SegmentedControl
          aria-label={t('quickAdd.type')}
          data={[
            { value: 'contact', label: t('quickAdd.person') },
            { value: 'company', label: t('party.type.company') },
          ]}
          value={draft.type}
          onChange={(type) => change({ type: type as PartyType })}
        />
        <TextInput
          data-autofocus
          label={t(isContact ? 'quickAdd.name' : 'quickAdd.companyName')}
          autoComplete="off"
          error={refusal('name') ?? refusal('givenName')}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          {fieldRight('phones') !== 'hide' && (
            <TextInput
              label={t('party.field.phone')}
              type="tel"
              autoComplete="off"
              error={refusal('phones')}
              value={draft.phone}
              onChange={(event) => change({ phone: event.currentTarget.value })}
            />
          )}
          {fieldRight('emails') !== 'hide' && (
            <TextInput
              label={t('party.field.email')}
              type="email"
              autoComplete="off"
              error={refusal('emails')}
              value={draft.email}
              onChange={(event) => change({ email: event.currentTarget.value })}
            />
          )}
        </Group>
        {isContact && <CompanyField value={draft.company} onChange={(company) => change({ company })} />}
        {fieldRight('notes') !== 'hide' && (
          <Textarea
            label={t('quickAdd.note')}
            autosize
            minRows={2}
            maxRows={5}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
        <DuplicateHint duplicates={duplicates} onOpen={open} />
        <Group justify="flex-end">
          {!isEmptyDraft(draft) && (
            <Button variant="subtle" color="gray" mr="auto" onClick={clear}>
              <Message id="quickAdd.clear" />
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Message id="common.close" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!canBeSaved(draft)}>
            <Message id={duplicates.length > 0 ? 'quickAdd.createAnyway' : 'common.save'} />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
