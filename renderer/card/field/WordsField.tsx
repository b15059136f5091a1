import { Badge, Group, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { useWordsInUse } from '#renderer/card/words-query.ts';
import classes from '#renderer/card/field/WordsField.module.css';

/** Tags or groups: words in use to choose from, or new ones. */
export function WordsField({ field }: { readonly field: 'tags' | 'groups' }) {
  const t = useText();
  const { party, save } = useCard();
  const [unfinished, setUnfinished] = useState('');
  const value: readonly string[] = party[field];
  const edit = useInlineEdit({
    value,
    save: (words) => save({ [field]: [...words] }),
    // The word still being typed counts, too: leaving the field must not lose it.
    finish: (words) => [...new Set([...words, unfinished.trim()])].filter((word) => word !== ''),
    onClose: () => setUnfinished(''),
  });
  const inUse = useWordsInUse(edit.isEditing)[field];
  const label = t(`party.field.${field}`);
  return (
    <InlineField
      field={field}
      label={label}
      edit={edit}
      isEmpty={value.length === 0}
      view={<Words words={value} />}
      editor={
        <TagsInput
          aria-label={label}
          autoFocus
          acceptValueOnBlur={false}
          clearable={false}
          maxTags={200}
          data={[...inUse]}
          limit={30}
          value={[...edit.draft]}
          searchValue={unfinished}
          onSearchChange={setUnfinished}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={edit.change}
        />
      }
    />
  );
}

function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <Group component="span" gap={4}>
      {words.map((word) => (
        <Badge key={word} component="span" variant="light" tt="none" fw={500} className={classes.word}>
          {word}
        </Badge>
      ))}
    </Group>
  );
}
