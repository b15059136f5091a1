import { client } from '#renderer/app/client.ts';
import { leaveForGood, showLocked } from '#renderer/session/session-state.ts';

/** Hides everything until whoever works here says who they are again. */
export async function lockNow(): Promise<void> {
  showLocked();
  // Without an answer it is locked by the core's own clock.
  await client.session.lock().catch(() => undefined);
}

/** Ends the session of this window. */
export async function signOut(): Promise<void> {
  await client.session.end().catch(() => undefined);
  leaveForGood();
}
