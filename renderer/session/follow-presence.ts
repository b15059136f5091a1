import { client } from '#renderer/app/client.ts';
import { sessionToken } from '#renderer/session/session-state.ts';

/** How often (ms) the core is told whether somebody is at the window. */
const beat = 10_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Keeps the session open as long as somebody is at the window: reading along in the background doesn't. Returns how to stop. */
export function followPresence(): () => void {
  let isActive = true;
  const note = () => (isActive = true);
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
  const tell = () => {
    if (sessionToken() === null) return;
    const told = isActive;
    isActive = false;
    // Refusals are heeded by the client itself.
    client.session.touch({ isActive: told }).catch(() => undefined);
  };
  tell();
  const timer = window.setInterval(tell, beat);
  return () => {
    window.clearInterval(timer);
    for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
  };
}
