import { Autocomplete, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { AddressInputs } from '#renderer/card/point/AddressInputs.tsx';
import { labelFromText, labelText } from '#renderer/card/point/label-text.ts';
import { labelsOffered } from '#renderer/card/point/point.ts';
import type { PointDraft, PointField } from '#renderer/card/point/point.ts';
import type { SaveResult } from '#renderer/card/save-party.ts';
import { messengerServices } from '#shared/party/fields.ts';

interface PointEditorProps<Field extends PointField> {
  readonly field: Field;
  readonly draft: PointDraft<Field>;
  readonly save: (draft: PointDraft<Field>) => Promise<SaveResult>;
  readonly onClose: () => void;
}

type LabelledDraft = { readonly label: string };

/** Inputs of one phone, email, address...; leaving them saves, so does Enter; Esc gives up. */
export function PointEditor<Field extends PointField>({ field, draft, save, onClose }: PointEditorProps<Field>) {
  const t = useText();
  const edit = useInlineEdit({
    value: draft,
    save,
    onClose,
    startsOpen: true,
    finish: (typed) => ({ ...typed, label: labelFromText(t, (typed as unknown as LabelledDraft).label) }),
  });
  const label = (edit.draft as unknown as LabelledDraft).label;
  const set = (changes: Partial<Record<string, string>>) => edit.change({ ...edit.draft, ...changes });
  return (
    <Stack gap={6} py={6} role="group" aria-label={t(`card.add.${field}`)} {...edit.editorProps}>
      <OwnInputs field={field} draft={edit.draft} set={set} isSaving={edit.isSaving} />
      <Autocomplete
        aria-label={t('party.field.label')}
        placeholder={t('party.field.label')}
        maxLength={60}
        data={labelsOffered[field].map((offered) => t(`party.label.${offered}`))}
        filter={({ options }) => options}
        value={labelText(t, label)}
        onChange={(text) => set({ label: text })}
      />
      {edit.error !== null && <FieldError>{edit.error}</FieldError>}
      <Group gap="xs">
        <Button size="compact-sm" loading={edit.isSaving} onClick={() => void edit.commit()}>
          {t('common.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={edit.cancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

interface OwnInputsProps<Field extends PointField> {
  readonly field: Field;
  readonly draft: PointDraft<Field>;
  readonly set: (changes: Partial<Record<string, string>>) => void;
  readonly isSaving: boolean;
}

const keyOf = { phones: 'raw', emails: 'address', messengers: 'handle', webPages: 'url' } as const;
const inputTypes = { phones: 'tel', emails: 'email', messengers: 'text', webPages: 'url' } as const;

function OwnInputs<Field extends PointField>({ field, draft, set, isSaving }: OwnInputsProps<Field>) {
  const t = useText();
  const values = draft as unknown as Readonly<Record<string, string>>;
  if (field === 'addresses') return <AddressInputs values={values} set={set} />;
  const single = field as keyof typeof keyOf;
  const key = keyOf[single];
  const name = t(single === 'messengers' ? 'card.messenger.handle' : `card.add.${single}`);
  return (
    <>
      {single === 'messengers' && <ServiceSelect value={values['service'] ?? 'other'} onChange={(service) => set({ service })} />}
      <TextInput
        aria-label={name}
        placeholder={name}
        autoFocus
        // "email" and "url" would make the browser judge what the core judges better: only the keyboard of a tablet follows.
        inputMode={inputTypes[single]}
        autoComplete="off"
        value={values[key] ?? ''}
        readOnly={isSaving}
        onChange={(event) => set({ [key]: event.currentTarget.value })}
      />
    </>
  );
}

function ServiceSelect({ value, onChange }: { readonly value: string; readonly onChange: (service: string) => void }) {
  const t = useText();
  return (
    <Select
      aria-label={t('card.messenger.service')}
      allowDeselect={false}
      data={messengerServices.map((service) => ({ value: service, label: t(`party.messenger.${service}`) }))}
      value={value}
      onChange={(service) => onChange(service ?? 'other')}
    />
  );
}
