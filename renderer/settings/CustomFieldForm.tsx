import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { customFieldTypes } from '#shared/custom-field/types.ts';
import type { CustomFieldType } from '#shared/custom-field/types.ts';

interface CustomFieldFormProps {
  readonly field: CustomField | 'new' | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Draft = Pick<CustomField, 'label' | 'type' | 'options' | 'partyType'>;
const newField: Draft = { label: '', type: 'text', options: [], partyType: null };

/** The form of a field, new or there already; closed when `field` is null. */
export function CustomFieldForm({ field, onClose, onSaved }: CustomFieldFormProps) {
  return (
    <Modal
      opened={field !== null}
      onClose={onClose}
      title={<Message id={field === 'new' ? 'settings.addField' : 'settings.changeField'} />}
    >
      {field !== null && <Fields field={field} onClose={onClose} onSaved={onSaved} />}
    </Modal>
  );
}

interface FieldsProps extends CustomFieldFormProps {
  readonly field: CustomField | 'new';
}

function Fields({ field, onClose, onSaved }: FieldsProps) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>(field === 'new' ? newField : field);
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const hasOptions = draft.type === 'choice' || draft.type === 'multiChoice';
  const save = useMutation({
    mutationFn: async ({ label, type, options, partyType }: Draft) => {
      const kept = hasOptions ? [...options] : [];
      if (field === 'new') await client.customField.create({ label, type, options: kept, partyType });
      else await client.customField.update({ id: field.id, label, options: kept, partyType });
    },
    onSuccess: () => {
      onSaved();
      onClose();
    },
    onError: (error) => {
      if (refusedField(error) !== 'label') notifyError(error);
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.label.trim() !== '') save.mutate(draft);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('settings.fieldLabel')}
          maxLength={120}
          error={refusedField(save.error) === 'label' ? t('settings.fieldTaken') : undefined}
          value={draft.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
        <Select
          label={t('settings.fieldType')}
          description={field === 'new' ? t('settings.fieldTypeText') : undefined}
          data={customFieldTypes.map((value) => ({ value, label: t(`customField.type.${value}`) }))}
          value={draft.type}
          onChange={(type) => type !== null && change({ type: type as CustomFieldType })}
          allowDeselect={false}
          disabled={field !== 'new'}
        />
        {hasOptions && (
          <TagsInput
            label={t('settings.fieldOptions')}
            description={t('settings.fieldOptionsText')}
            value={draft.options}
            onChange={(options) => change({ options })}
            acceptValueOnBlur
          />
        )}
        <Select
          label={t('settings.fieldOn')}
          data={(['both', 'contact', 'company', 'deal'] as const).map((value) => ({
            value,
            label: t(`settings.fieldOn.${value}`),
          }))}
          value={draft.partyType ?? 'both'}
          onChange={(value) => change({ partyType: value === null || value === 'both' ? null : (value as Draft['partyType']) })}
          allowDeselect={false}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending} disabled={draft.label.trim() === ''}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
