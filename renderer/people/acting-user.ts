import { actorHeader, seeAsHeader } from '#shared/people/permission.ts';

// Who works in this window. The window keeps it; a new window begins with whoever was chosen last on this computer.

const key = 'cartera:acting-user';
const seenKey = 'cartera:see-as';
const listeners = new Set<() => void>();
let acting = read();
/** Through whose eyes this window looks, until it is closed; empty for one's own. */
let seen = readSeen();

/** Says who works in this window from now on, by id; null is the owner. */
export function setActingUser(userId: string | null): void {
  if (userId === acting && seen === '') return;
  acting = userId;
  keep(userId);
  keepSeen('');
  for (const tell of listeners) tell();
}

/** Shows this window as somebody else sees it, by id; null is as oneself again. */
export function seeAs(userId: string | null): void {
  keepSeen(userId ?? '');
  for (const tell of listeners) tell();
}

/** Whoever worked here, or whose eyes the window looked through, is gone: back to oneself, or to the owner. */
export function forgetWhoLeft(): void {
  if (seen === '') setActingUser(null);
  else seeAs(null);
}

/** Who looked through somebody's eyes may not any more. */
export function stopLooking(): void {
  if (seen !== '') seeAs(null);
}

/** Calls back when somebody else begins to work in this window; returns how to stop. */
export function onActingUser(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What tells the core who acts. */
export function actingHeaders(): Record<string, string> {
  return { ...(acting !== null && { [actorHeader]: acting }), ...(seen !== '' && { [seeAsHeader]: seen }) };
}

function read(): string | null {
  try {
    return (window.sessionStorage.getItem(key) ?? window.localStorage.getItem(key)) || null;
  } catch {
    return null;
  }
}

function readSeen(): string {
  try {
    return window.sessionStorage.getItem(seenKey) ?? '';
  } catch {
    return '';
  }
}

function keepSeen(userId: string): void {
  seen = userId;
  try {
    window.sessionStorage.setItem(seenKey, userId);
  } catch {
    // Storage is switched off: it still holds in this window.
  }
}

function keep(userId: string | null): void {
  try {
    for (const storage of [window.sessionStorage, window.localStorage]) storage.setItem(key, userId ?? '');
  } catch {
    // Storage is switched off: it still holds in this window.
  }
}
