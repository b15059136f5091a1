import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import type { InlineEdit } from '#renderer/card/field/inline-edit.ts';
import { FieldHistory } from '#renderer/card/history/FieldHistory.tsx';
import classes from '#renderer/card/field/InlineField.module.css';

interface InlineFieldProps<Draft> {
  /** Its name in the history: "jobTitle", "custom.KEY". */
  readonly field: string;
  readonly label: string;
  readonly edit: InlineEdit<Draft>;
  readonly isEmpty: boolean;
  /** How the value looks while it isn't edited. */
  readonly view: ReactNode;
  /** The inputs while it is. */
  readonly editor: ReactNode;
  /** Beside the value, outside of what is clicked to edit: a link to open, say. */
  readonly aside?: ReactNode;
  /** The value takes the whole width, below the label. */
  readonly isWide?: boolean;
  /** The editor doesn't show the error by itself. */
  readonly showsError?: boolean;
}

/** A labelled value that becomes an input when clicked, or with Enter or E while it has the focus. */
export function InlineField<Draft>(props: InlineFieldProps<Draft>) {
  const { field, label, edit, editor, aside, isWide = false, showsError = false } = props;
  const labelId = useId();
  return (
    <div className={classes.row} data-wide={isWide || undefined} data-field={field}>
      <div className={classes.label}>
        <span id={labelId}>{label}</span>
        <FieldHistory field={field} label={label} />
      </div>
      {edit.isEditing ? (
        <div className={classes.editor} {...edit.editorProps}>
          {editor}
          {showsError && edit.error !== null && <FieldError>{edit.error}</FieldError>}
        </div>
      ) : (
        <div className={classes.value}>
          <ViewButton {...props} labelId={labelId} />
          {aside}
        </div>
      )}
    </div>
  );
}

export function FieldError({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
      <IconAlertTriangle size={14} aria-hidden className={classes.errorIcon} /> {children}
    </Text>
  );
}

function ViewButton<Draft>({ field, edit, isEmpty, view, labelId }: InlineFieldProps<Draft> & { readonly labelId: string }) {
  const t = useText();
  const { isReadOnly: isClosed } = useCard();
  const isReadOnly = useFieldRights()(field) !== 'open' || isClosed;
  const valueId = useId();
  if (isReadOnly) return <span className={classes.view}>{view}</span>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyE' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    edit.start();
  };
  return (
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
  );
}
