import { ORPCError } from '@orpc/client';
import { createSharedValue } from '#renderer/app/shared-value.ts';
import { actingHeaders, setActingUser } from '#renderer/people/acting-user.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { sessionHeader } from '#shared/session/contract.ts';

// Whose session this window has. It is kept until the window is closed, so that loading the page anew asks nobody again; a new
// window asks those that are open.

interface Held {
  readonly token: string;
  readonly userId: string;
}

/** "needed": nobody has said who they are; "locked": whoever did is to say it again. */
export type Entry = 'open' | 'needed' | 'locked';

interface SessionState {
  readonly entry: Entry;
  /** Grows whenever what was shown is to be built anew, instead of being shown again as it was. */
  readonly generation: number;
}

const key = 'cartera:session';
const workKey = 'cartera:work-of';
const askOthers = 'cartera:ask-session';
let held = read<Held>(key);
/** Whose work is in this window, on its page and half written in its storage; null is of nobody who had to say who they are. */
let workOf = read<string>(workKey);
let hasWorked = false;
let pauses = 0;
const state = createSharedValue<SessionState>({ entry: 'open', generation: 0 });
const others = new BroadcastChannel(key);
others.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === askOthers) {
    if (held !== null && state.get().entry === 'open') others.postMessage(held);
  } else if (held === null && state.get().entry === 'needed') holdSession(data as Held);
});

export function useSessionState(): SessionState {
  return state.useValue();
}

/** Whose session this window has; null where nobody has to say who they are, or nobody has. */
export function sessionUserId(): string | null {
  return held?.userId ?? null;
}

export function sessionToken(): string | null {
  return held?.token ?? null;
}

/** What tells the core who calls. */
export function callerHeaders(): Record<string, string> {
  const { [actorHeader]: acting, ...headers } = actingHeaders();
  if (held !== null) return { ...headers, [sessionHeader]: held.token };
  return acting === undefined ? headers : { ...headers, [actorHeader]: acting };
}

/** Begins to work in a session: on what one left here oneself, or as the same person who `goesOn`; of anybody else nothing is left. */
export function holdSession({ token, userId }: Held, { goesOn = false } = {}): void {
  keep({ token, userId });
  // From now on a session says who works.
  setActingUser(null);
  if (goesOn) keepWorkOf(userId);
  else comeBack(userId);
}

/** The session is unlocked, or nobody needs one any more. */
export function openAgain(): void {
  comeBack(sessionUserId());
}

/** Somebody works in this window now. */
export function noteWork(): void {
  hasWorked = true;
  keepWorkOf(sessionUserId());
}

/** Whoever worked here is asked anew who they are; what they left waits for them alone. */
function dropSession(): void {
  keep(null);
  leave('needed');
}

/** Whoever worked here has left: so does what was theirs. */
export function leaveForGood(): void {
  keep(null);
  forgetWork();
  state.set({ entry: 'needed', generation: state.get().generation + 1 });
}

/** Nobody has a password any more: the same person goes on without a session. */
export function forgetSession(): void {
  keep(null);
  keepWorkOf(null);
}

export function showLocked(): void {
  leave('locked');
}

/** Heeds what a call was refused for, when it was made with the session that this window has still. */
export function heedRefusal(error: unknown, token: string | null): void {
  const fault = entryFault(error);
  if (fault === null || token !== sessionToken() || pauses > 0) return;
  if (fault === 'sessionLocked') return showLocked();
  const isNewWindow = held === null && state.get().generation === 0;
  dropSession();
  if (isNewWindow) others.postMessage(askOthers);
}

/** Does what makes sessions needed in the first place: calls that were under way aren't heeded meanwhile. */
export async function whileSessionsBegin<Result>(work: () => Promise<Result>): Promise<Result> {
  pauses += 1;
  try {
    return await work();
  } finally {
    pauses -= 1;
  }
}

/** Why a call wasn't answered before somebody says who they are; null when that isn't why. */
export function entryFault(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'UNAUTHORIZED') return null;
  return (error.data as { readonly code?: string } | undefined)?.code ?? null;
}

function leave(entry: Entry) {
  if (state.get().entry !== entry) state.set({ entry, generation: state.get().generation });
}

function comeBack(userId: string | null) {
  const { generation } = state.get();
  if (userId !== null && userId === workOf)
    return state.set({ entry: 'open', generation: hasWorked ? generation : generation + 1 });
  forgetWork();
  // Nothing that a module remembers is left either.
  if (hasWorked) window.location.reload();
  else state.set({ entry: 'open', generation: generation + 1 });
}

/** The window's storage holds what was half written, and whose eyes it looked through. */
function forgetWork() {
  workOf = null;
  try {
    window.sessionStorage.clear();
  } catch {
    // Storage is switched off: there is nothing in it.
  }
  keep(held);
}

function keepWorkOf(userId: string | null) {
  workOf = userId;
  store(workKey, userId);
}

function keep(next: Held | null) {
  held = next;
  store(key, next);
}

function read<Value>(from: string): Value | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(from) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

function store(under: string, value: unknown) {
  try {
    if (value === null) window.sessionStorage.removeItem(under);
    else window.sessionStorage.setItem(under, JSON.stringify(value));
  } catch {
    // Storage is switched off: it still holds in this window.
  }
}
