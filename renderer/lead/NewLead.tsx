import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useLeadName } from '#renderer/lead/lead-name.ts';
import { leadPath } from '#renderer/lead/lead-path.ts';
import { closeNewLead, useNewLead } from '#renderer/lead/open-new-lead.ts';

const typedFields = ['name', 'phone', 'email', 'title', 'text', 'source'] as const;
type Draft = Readonly<Record<(typeof typedFields)[number], string>> & { readonly channel: (typeof channels)[number] };
const channels = ['call', 'manual', 'message', 'email'] as const;
const nothing: Draft = { name: '', phone: '', email: '', title: '', text: '', source: '', channel: 'call' };

/** The form of a request taken down by hand; opened by `openNewLead`. What is typed stays until it is saved. */
export function NewLead() {
  const isOpen = useNewLead();
  const [draft, setDraft] = useState<Draft>(nothing);
  return (
    <Modal opened={isOpen} onClose={closeNewLead} title={<Message id="lead.add" />} size={560} yOffset="5vh">
      {isOpen && <Form draft={draft} setDraft={setDraft} />}
    </Modal>
  );
}

interface FormProps {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
}

function Form({ draft, setDraft }: FormProps) {
  const t = useText();
  const save = useSaveLead(() => setDraft(nothing));
  const [isAsked, setAsked] = useState(false);
  const isNobody = [draft.name, draft.phone, draft.email].every((value) => value.trim() === '');
  const email = draft.email.trim();
  const isNoEmail = email !== '' && !/^\S+@\S+$/.test(email);
  const typed = (field: keyof Draft) => ({
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const isRefused = refusedField(save.error) === 'name';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNobody || isNoEmail) setAsked(true);
        else save.mutate(draft);
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('lead.new.who')}
          autoComplete="off"
          maxLength={200}
          error={(isAsked && isNobody) || isRefused ? t('lead.new.nobody') : undefined}
          {...typed('name')}
        />
        <Group grow align="flex-start">
          <TextInput type="tel" label={t('party.field.phone')} autoComplete="off" maxLength={100} {...typed('phone')} />
          <TextInput
            label={t('party.field.email')}
            autoComplete="off"
            maxLength={254}
            error={isAsked && isNoEmail ? t('lead.new.noEmail') : undefined}
            {...typed('email')}
          />
        </Group>
        <TextInput label={t('lead.new.what')} autoComplete="off" maxLength={200} {...typed('title')} />
        <Textarea label={t('lead.new.text')} autosize minRows={2} maxRows={8} maxLength={100_000} {...typed('text')} />
        <div>
          <Text size="sm" fw={500} id="lead-channel">
            {t('lead.new.channel')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="lead-channel"
            data={channels.map((channel) => ({ value: channel, label: t(`lead.channel.${channel}`) }))}
            value={draft.channel}
            onChange={(channel) => setDraft({ ...draft, channel: channel as Draft['channel'] })}
          />
        </div>
        <TextInput
          label={t('lead.field.source')}
          placeholder={t('lead.new.sourceExample')}
          maxLength={200}
          {...typed('source')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={closeNewLead}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('lead.new.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSaveLead(onSaved: () => void) {
  const nameOf = useLeadName();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: ({ phone, email, ...said }: Draft) =>
      client.lead.create({
        ...said,
        phones: phone.trim() === '' ? [] : [phone.trim()],
        emails: email.trim() === '' ? [] : [email.trim()],
      }),
    onSuccess: (lead) => {
      onSaved();
      closeNewLead();
      notifyDone('lead.new.done', { name: nameOf(lead) });
      navigate(leadPath(lead.id));
    },
    onError: (error) => {
      if (refusedField(error) !== 'name') notifyError(error);
    },
  });
}
