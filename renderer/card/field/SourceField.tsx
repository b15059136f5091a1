import { Autocomplete } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { useWordsInUse } from '#renderer/card/words-query.ts';

/** Where the party came from: own words, or those used before. */
export function SourceField() {
  const t = useText();
  const { party, save } = useCard();
  const edit = useInlineEdit({ value: party.source, save: (source) => save({ source: source.trim() }) });
  const { sources } = useWordsInUse(edit.isEditing);
  const label = t('party.field.source');
  return (
    <InlineField
      field="source"
      label={label}
      edit={edit}
      isEmpty={party.source === ''}
      view={party.source}
      editor={
        <Autocomplete
          aria-label={label}
          autoFocus
          limit={8}
          maxLength={200}
          data={[...sources]}
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={edit.change}
        />
      }
    />
  );
}
