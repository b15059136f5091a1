let isPressed = false;

window.addEventListener('pointerdown', () => (isPressed = true), true);
window.addEventListener('pointerup', () => (isPressed = false), true);
window.addEventListener('pointercancel', () => (isPressed = false), true);

/**
 * Waits until a mouse button or finger that is down has been lifted and its click is over. What closes an editor when
 * something else is pressed waits for this: otherwise all below moves up under the pointer, and the click is lost.
 */
export async function afterClick(): Promise<void> {
  if (!isPressed) return;
  await new Promise<void>((resolve) => {
    const stop = new AbortController();
    const end = () => {
      stop.abort();
      setTimeout(resolve, 0);
    };
    window.addEventListener('pointerup', end, { signal: stop.signal });
    window.addEventListener('pointercancel', end, { signal: stop.signal });
  });
}
