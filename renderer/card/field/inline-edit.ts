import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { afterClick } from '#renderer/card/field/after-click.ts';
import type { SaveResult } from '#renderer/card/save-party.ts';

export interface InlineEdit<Draft> {
  readonly isEditing: boolean;
  readonly draft: Draft;
  /** Why the draft was not saved, in the user's words. */
  readonly error: string | null;
  readonly isSaving: boolean;
  readonly start: () => void;
  readonly change: (draft: Draft) => void;
  /** Saves the draft, or what is given instead of it. */
  readonly commit: (instead?: Draft) => Promise<void>;
  readonly cancel: () => void;
  /** What was clicked to edit: it gets the focus back. */
  readonly viewRef: RefObject<HTMLButtonElement | null>;
  /** To be spread over the element around the editor. */
  readonly editorProps: {
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

interface InlineEditOptions<Draft> {
  readonly value: Draft;
  readonly save: (draft: Draft) => Promise<SaveResult> | SaveResult;
  /** Enter makes a new line, Ctrl+Enter saves. */
  readonly isMultiline?: boolean;
  /** Completes what was typed before it is saved. */
  readonly finish?: (draft: Draft) => Draft;
  /** Called when the editor closes, saved or not. */
  readonly onClose?: () => void;
  /** Begins as an editor: for something just being added. */
  readonly startsOpen?: boolean;
}

/**
 * One value edited in place: Enter and leaving the editor save, Esc puts back what was there. While it can't be saved,
 * the editor stays with what was typed.
 */
export function useInlineEdit<Draft>(options: InlineEditOptions<Draft>): InlineEdit<Draft> {
  const { value, save, isMultiline = false, finish, onClose, startsOpen = false } = options;
  const t = useText();
  const [isEditing, setEditing] = useState(startsOpen);
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const { viewRef, giveFocusBack } = useFocusBack(isEditing);

  const close = (withFocus: boolean) => {
    if (withFocus) giveFocusBack();
    setEditing(false);
    setError(null);
    onClose?.();
  };
  const commit = async (typed: Draft, withFocus: boolean) => {
    if (busy.current) return;
    const toSave = finish === undefined ? typed : finish(typed);
    const isUnchanged = JSON.stringify(toSave) === JSON.stringify(value);
    if (isUnchanged && withFocus) return close(true);
    busy.current = true;
    setSaving(!isUnchanged);
    const result: SaveResult = isUnchanged ? { type: 'saved' } : await save(toSave);
    if (!withFocus) await afterClick();
    busy.current = false;
    setSaving(false);
    if (result.type === 'saved') close(withFocus);
    else setError(t(result.message, result.values));
  };
  return {
    isEditing,
    draft,
    error,
    isSaving,
    viewRef,
    start: () => {
      setDraft(value);
      setError(null);
      setEditing(true);
    },
    change: (next) => {
      setDraft(next);
      setError(null);
    },
    commit: (instead) => commit(instead === undefined ? draft : instead, true),
    cancel: () => close(true),
    editorProps: {
      onBlur: (event) => {
        if (isLeaving(event)) void commit(draft, false);
      },
      onKeyDown: (event) => {
        const wish = wishOf(event, isMultiline);
        if (wish === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (wish === 'save') void commit(draft, true);
        else close(true);
      },
    },
  };
}

/** Whether the focus goes elsewhere in this window; a look at another program leaves the editor open. */
export function isLeaving(event: FocusEvent<HTMLElement>): boolean {
  return !event.currentTarget.contains(event.relatedTarget) && document.hasFocus();
}

function wishOf(event: KeyboardEvent, isMultiline: boolean): 'save' | 'cancel' | null {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return null;
  if (event.key === 'Escape') return 'cancel';
  if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return null;
  return !isMultiline || event.ctrlKey || event.metaKey ? 'save' : null;
}

function useFocusBack(isEditing: boolean) {
  const viewRef = useRef<HTMLButtonElement>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    if (isEditing || !isWanted.current) return;
    isWanted.current = false;
    // While it was saved, whoever edits may have gone on to something else.
    if (document.activeElement === document.body) viewRef.current?.focus();
  }, [isEditing]);
  return {
    viewRef,
    giveFocusBack: () => {
      isWanted.current = true;
    },
  };
}
