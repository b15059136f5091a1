import { Group, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { Party } from '#renderer/card/party.ts';
import classes from '#renderer/card/NameEditor.module.css';

const contactParts = ['givenName', 'middleName', 'familyName'] as const;
const companyParts = ['name'] as const;
type NamePart = (typeof contactParts)[number] | (typeof companyParts)[number];
type NameDraft = Readonly<Partial<Record<NamePart, string>>>;

/** The name as a heading; E or a click makes inputs of its parts. */
export function NameEditor() {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const edit = useInlineEdit<NameDraft>({ value: nameOf(party), save: (draft) => save(draft) });
  useShortcuts(isReadOnly ? {} : { KeyE: { label: 'card.shortcut.name', run: edit.start } });
  const shown = party.title === '' ? t(party.type === 'contact' ? 'contact.unnamed' : 'company.unnamed') : party.title;
  const words = <span className={classes.words}>{shown}</span>;
  if (!edit.isEditing) {
    return (
      <Title order={1} size="h3" className={classes.title ?? ''}>
        {isReadOnly ? (
          <span className={classes.name}>{words}</span>
        ) : (
          <button type="button" ref={edit.viewRef} className={classes.name} title={t('card.name.edit')} onClick={edit.start}>
            {words}
          </button>
        )}
      </Title>
    );
  }
  const parts: readonly NamePart[] = party.type === 'contact' ? contactParts : companyParts;
  return (
    <>
      <VisuallyHidden component="h1">{shown}</VisuallyHidden>
      <div className={classes.editor} role="group" aria-label={t('card.name.edit')} {...edit.editorProps}>
        <Group gap={6} wrap="wrap">
          {parts.map((part, index) => (
            <TextInput
              key={part}
              flex="1 1 130px"
              aria-label={t(`party.field.${part}`)}
              placeholder={t(`party.field.${part}`)}
              autoFocus={index === 0}
              maxLength={part === 'name' ? 300 : 200}
              value={edit.draft[part] ?? ''}
              readOnly={edit.isSaving}
              onChange={(event) => edit.change({ ...edit.draft, [part]: event.currentTarget.value })}
            />
          ))}
        </Group>
        {edit.error !== null && <FieldError>{edit.error}</FieldError>}
      </div>
    </>
  );
}

function nameOf(party: Party): NameDraft {
  if (party.type === 'company') return { name: party.name };
  const { givenName, middleName, familyName } = party;
  return { givenName, middleName, familyName };
}
