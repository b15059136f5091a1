import { useLayoutEffect, useRef } from 'react';
import { chordsOf } from '#renderer/app/chord.ts';
import { intoDialog } from '#renderer/app/into-dialog.ts';
import { createSharedValue } from '#renderer/app/shared-value.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

export interface Shortcut {
  /** What it does, for the list that "?" shows. */
  readonly label: MessageKey;
  readonly run: () => void;
}
/** By physical key, so that it works on any layout: "KeyN", "Shift+Slash", "Ctrl+KeyK" (Command on a Mac). */
export type Shortcuts = Readonly<Record<string, Shortcut | (() => void)>>;

const layers = createSharedValue<readonly { readonly current: Shortcuts }[]>([]);

/** Binds keys as soon as the component is to be seen, and while it is there. The newest binding of a key wins; those with a label are listed in the help. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const layer = useRef(shortcuts);
  useLayoutEffect(() => {
    layer.current = shortcuts;
  });
  useLayoutEffect(() => {
    layers.set([...layers.get(), layer]);
    return () => layers.set(layers.get().filter((other) => other !== layer));
  }, []);
}

/** All keys in use now with what they do, newest binding of each. */
export function useShortcutList(): readonly { readonly chord: string; readonly label: MessageKey }[] {
  const now = layers.useValue();
  const byChord = new Map<string, MessageKey>();
  for (const layer of now) {
    for (const [chord, shortcut] of Object.entries(layer.current)) {
      if (typeof shortcut !== 'function') byChord.set(chord, shortcut.label);
    }
  }
  return [...byChord].map(([chord, label]) => ({ chord, label }));
}

/** Starts listening to the keyboard; returns how to stop. */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (isDialogOpen() || (!withControl && isTyping(event.target))) return;
    for (const chord of chordsOf(event)) {
      const shortcut = layers.get().findLast((layer) => layer.current[chord] !== undefined)?.current[chord];
      if (shortcut === undefined) continue;
      event.preventDefault();
      intoDialog(typeof shortcut === 'function' ? shortcut : shortcut.run);
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role=textbox]') !== null)
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null;
}
