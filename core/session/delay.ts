const second = 1000;
const minute = 60 * second;

/** Tries of one person before there is a delay, and of all together. */
const freeTries = 5;
const freeTriesOfAll = 30;
/** Milliseconds. */
export const longest = 5 * minute;
/** Shorter, so that nobody can keep the whole shop out. */
const longestOfAll = 30 * second;

/** How long (ms) nobody's next try is taken after so many wrong ones. */
export function delayAfter(failed: number): number {
  return growing(failed - freeTries, longest);
}

/** The same for the tries of all people together. */
export function delayOfAll(failed: number): number {
  return growing(failed - freeTriesOfAll, longestOfAll);
}

/** Wrong tries of all that still count: one a minute is forgiven. */
export function stillCounted(failed: number, elapsed: number): number {
  return Math.max(0, failed - Math.floor(elapsed / minute));
}

function growing(over: number, cap: number): number {
  return over < 0 ? 0 : Math.min(second * 2 ** Math.min(over, 20), cap);
}
