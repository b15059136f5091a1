import { createSharedValue } from '#renderer/app/shared-value.ts';

// Kept for a new window: people may come long after the computer has joined.
const key = 'cartera.ask-who';
const isWanted = createSharedValue(read());

/** After joining: whoever sits here says which of the branch's people she is, once these have come. */
export function askWho(): void {
  set(true);
}

export function whoWasSaid(): void {
  set(false);
}

export function useWhoIsAsked(): boolean {
  return isWanted.useValue();
}

function set(next: boolean): void {
  isWanted.set(next);
  try {
    if (next) window.localStorage.setItem(key, 'yes');
    else window.localStorage.removeItem(key);
  } catch {
    // Storage is switched off: it still holds in this window.
  }
}

function read(): boolean {
  try {
    return window.localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
