import { Alert, Anchor, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { languageNames } from '#renderer/app/languages.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { DateField } from '#renderer/date/TypedField.tsx';
import { useCreateDocument } from '#renderer/document/use-create-document.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { internalKinds } from '#shared/document/data.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';
import { addDays, dateAt, timeZoneOf } from '#shared/time/zone.ts';

interface DocumentFormProps {
  readonly kind: DocumentKind;
  readonly dealId: string;
  readonly onClose: () => void;
}

/** What can be said of a document before it is made: all of it may stay as it is. */
export function DocumentForm({ kind, dealId, onClose }: DocumentFormProps) {
  const t = useText();
  const settings = useSettings();
  const [language, setLanguage] = useState<Language>(settings.language);
  const [notes, setNotes] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState(() =>
    addDays(dateAt(Date.now(), timeZoneOf(settings.timeZone)), settings.quoteValidDays),
  );
  const { legalName, address, taxId } = settings.seller;
  const lacksSeller = useCan('settings.edit') && `${legalName}${address}${taxId}` === '' && !internalKinds.has(kind);
  const template = useTemplateChoice(kind, language);
  const [lacksLines, setLacksLines] = useState(false);
  const create = useCreateDocument({ onMade: onClose, onNoLines: () => setLacksLines(true) });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const limit = kind === 'quote' ? { validUntil: validUntil === '' ? null : validUntil } : {};
    create.mutate({ kind, dealId, language, ...template.chosen, ...limit, ...(notes !== null && { notes: notes.trim() }) });
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={t('document.language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
          />
          {kind === 'quote' && <DateField label={t('document.word.validUntil')} value={validUntil} onChange={setValidUntil} />}
        </Group>
        {template.data.length > 1 && (
          <Select
            label={t('document.template')}
            allowDeselect={false}
            data={template.data}
            value={template.value}
            onChange={template.onChange}
          />
        )}
        <Textarea
          data-autofocus
          label={t('document.notes')}
          description={t('document.notes.text')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={notes ?? ''}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        {lacksSeller && (
          <Text size="sm" c="dimmed">
            <Message
              id="document.sellerMissing"
              values={{
                link: (words) => (
                  <Anchor component={Link} href="/settings#documents" underline="always">
                    {words}
                  </Anchor>
                ),
              }}
            />
          </Text>
        )}
        {lacksLines && (
          <Alert color="yellow" role="alert" icon={<IconListDetails />}>
            <Message id="document.noLines" />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={create.isPending}>
            <Message id="document.make" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const ready = 'ready';

/** The shop's own templates of a kind and language, and the ready one; the usual one is chosen first. */
function useTemplateChoice(kind: DocumentKind, language: Language) {
  const t = useText();
  const { data: all = [] } = useQuery(api.document.templates.queryOptions());
  const [value, setValue] = useState<string | null>(null);
  const own = all.filter((template) => template.kind === kind && template.language === language);
  const usual = own.find(({ isDefault }) => isDefault)?.id ?? ready;
  const known = value === ready || own.some(({ id }) => id === value) ? value : null;
  return {
    data: [...own.map(({ id, name }) => ({ value: id, label: name })), { value: ready, label: t('document.template.ready') }],
    value: known ?? usual,
    onChange: setValue,
    chosen: known === null ? {} : { templateId: known === ready ? null : known },
  };
}
