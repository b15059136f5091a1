/** How far (ms) a clock is ahead of the computer's; none but a test's is. A thread is told this, as it can't be handed the clock. */
export function leadOf(now: () => number): number {
  return now() - Date.now();
}

/** The wall clock within a thread, in UTC milliseconds. */
export function clockWithLead(lead: number): () => number {
  return () => Date.now() + lead;
}
