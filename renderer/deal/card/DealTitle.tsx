import { TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useText } from '#renderer/app/text.ts';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import nameClasses from '#renderer/card/NameEditor.module.css';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';

/** The deal's title as a heading; E or a click makes an input of it. */
export function DealTitle() {
  const t = useText();
  const { deal, save, isReadOnly } = useDealCard();
  const edit = useInlineEdit({ value: deal.title, save: (title) => save({ title: title.trim() }) });
  useShortcuts(isReadOnly ? {} : { KeyE: { label: 'deal.shortcut.title', run: edit.start } });
  const words = <span className={nameClasses.words}>{deal.title}</span>;
  if (!edit.isEditing) {
    return (
      <Title order={1} size="h3" className={nameClasses.title ?? ''}>
        {isReadOnly ? (
          <span className={nameClasses.name}>{words}</span>
        ) : (
          <button type="button" ref={edit.viewRef} className={nameClasses.name} title={t('common.edit')} onClick={edit.start}>
            {words}
          </button>
        )}
      </Title>
    );
  }
  return (
    <>
      <VisuallyHidden component="h1">{deal.title}</VisuallyHidden>
      <div {...edit.editorProps}>
        <TextInput
          autoFocus
          aria-label={t('deal.field.title')}
          maxLength={200}
          value={edit.draft}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
        {edit.error !== null && <FieldError>{edit.error}</FieldError>}
      </div>
    </>
  );
}
