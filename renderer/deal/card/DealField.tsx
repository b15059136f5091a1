import type { KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '#renderer/app/text.ts';
import { FieldError } from '#renderer/card/field/InlineField.tsx';
import classes from '#renderer/card/field/InlineField.module.css';
import type { InlineEdit } from '#renderer/card/field/inline-edit.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';

interface DealFieldProps<Draft> {
  /** Its name in records, where a right may close it. */
  readonly field?: string;
  readonly label: string;
  readonly edit: InlineEdit<Draft>;
  readonly isEmpty: boolean;
  readonly view: ReactNode;
  readonly editor: ReactNode;
  /** Beside the value, outside of what is clicked to edit: a link to open, say. */
  readonly aside?: ReactNode;
  /** The value takes the whole width, below the label. */
  readonly isWide?: boolean;
  /** The editor doesn't show the error by itself. */
  readonly showsError?: boolean;
}

/** A labelled value of a deal that becomes an input when clicked. */
export function DealField<Draft>(props: DealFieldProps<Draft>) {
  const { label, edit, isEmpty, view, editor, aside, isWide = false, showsError = true } = props;
  const t = useText();
  const { isReadOnly: isClosed } = useDealCard();
  const right = useFieldRights()(props.field ?? '', 'deal');
  const isReadOnly = isClosed || right === 'readOnly';
  const labelId = useId();
  const valueId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyE' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    edit.start();
  };
  if (right === 'hide') return null;
  return (
    <div className={classes.row} data-wide={isWide || undefined}>
      <div className={classes.label} id={labelId}>
        {label}
      </div>
      {edit.isEditing && (
        <div className={classes.editor} {...edit.editorProps}>
          {editor}
          {showsError && edit.error !== null && <FieldError>{edit.error}</FieldError>}
        </div>
      )}
      {!edit.isEditing && isReadOnly && <span className={classes.view}>{view}</span>}
      {!edit.isEditing && !isReadOnly && (
        <div className={classes.value}>
          <button
            type="button"
            ref={edit.viewRef}
            className={classes.view}
            data-empty={isEmpty || undefined}
            aria-labelledby={`${labelId} ${valueId}`}
            title={t('common.edit')}
            onClick={edit.start}
            onKeyDown={onKeyDown}
          >
            <span id={valueId}>{isEmpty ? t('common.add') : view}</span>
          </button>
          {aside}
        </div>
      )}
    </div>
  );
}
