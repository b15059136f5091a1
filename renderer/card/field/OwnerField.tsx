import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { PersonName } from '#renderer/people/PersonName.tsx';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';

/** Who is in charge of the party. */
export function OwnerField() {
  const t = useText();
  const { party, save } = useCard();
  const edit = useInlineEdit<string | null>({ value: party.ownerId, save: (ownerId) => save({ ownerId }) });
  const label = t('party.field.ownerId');
  return (
    <InlineField
      field="ownerId"
      label={label}
      edit={edit}
      isEmpty={false}
      view={<PersonName id={party.ownerId} />}
      editor={
        <PersonSelect
          aria-label={label}
          autoFocus
          defaultDropdownOpened
          clearable
          value={edit.draft}
          error={edit.error}
          onChange={(ownerId) => {
            edit.change(ownerId);
            void edit.commit(ownerId);
          }}
        />
      }
    />
  );
}
