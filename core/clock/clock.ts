/** The wall clock, and what is done by it. */
export interface Clock {
  /** UTC milliseconds; may go back, when somebody sets the computer's clock. */
  now(): number;
  /**
   * Does work at once, and again whenever the time (ms) has passed, until it is stopped. The work deals with its own errors,
   * and with being called while it is still at it.
   */
  every(milliseconds: number, work: () => void | Promise<void>): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  every(milliseconds, work) {
    void work();
    const timer = setInterval(() => void work(), milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
