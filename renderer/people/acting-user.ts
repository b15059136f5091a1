import { actorHeader } from '#shared/people/permission.ts';

// Who works in this window. The window keeps it; a new window begins with whoever was chosen last on this computer.

const key = 'cartera:acting-user';
const listeners = new Set<() => void>();
let acting = read();

/** Says who works in this window from now on, by id; null is the owner. */
export function setActingUser(userId: string | null): void {
  if (userId === acting) return;
  acting = userId;
  keep(userId);
  for (const tell of listeners) tell();
}

/** Calls back when somebody else begins to work in this window; returns how to stop. */
export function onActingUser(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What tells the core who acts. */
export function actingHeaders(): Record<string, string> {
  return acting === null ? {} : { [actorHeader]: acting };
}

function read(): string | null {
  try {
    return (window.sessionStorage.getItem(key) ?? window.localStorage.getItem(key)) || null;
  } catch {
    return null;
  }
}

function keep(userId: string | null): void {
  try {
    for (const storage of [window.sessionStorage, window.localStorage]) storage.setItem(key, userId ?? '');
  } catch {
    // Storage is switched off: it still holds in this window.
  }
}
