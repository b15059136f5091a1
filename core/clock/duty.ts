import type { Core } from '#core/core.ts';

/**
 * What the program does by the clock. Each second it asks what is due at `core.clock.now()`, by an index, and does it; what was
 * missed while the program was closed is done at the next start, so that a duty is the same after a pause of any length.
 */
export interface Duty {
  /** Stable; the trouble it has is kept under it. */
  readonly name: string;
  run(core: Core): void | Promise<void>;
  /** Gives up what may take long, when the program is closed. */
  stop?(core: Core): void | Promise<void>;
}

const registry = new Map<string, Duty>();

/** Makes a duty one of those that `startDuties` does. */
export function defineDuty(duty: Duty): Duty {
  registry.set(duty.name, duty);
  return duty;
}

/** In the order of their definition. */
export function definedDuties(): readonly Duty[] {
  return [...registry.values()];
}
