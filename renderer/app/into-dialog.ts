import { flushSync } from 'react-dom';

/**
 * Does what a key asks for. Where that opens a dialog, its first field has the focus at once: the dialog itself waits
 * for a timer, and whoever works with the keyboard types on meanwhile.
 */
export function intoDialog(open: () => void): void {
  flushSync(open);
  document.querySelector<HTMLElement>('[role=dialog][aria-modal=true] [data-autofocus]')?.focus({ preventScroll: true });
}
