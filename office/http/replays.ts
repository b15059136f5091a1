export interface Replays {
  /** Notes a message; false when it was there before. */
  note(hash: string): boolean;
  /** Lets a message come again, whose answer failed. */
  forget(hash: string): void;
}

/**
 * Remembers the last messages. What is older, or came to another process, does no harm when it comes again: batches are counted,
 * what head office asks for is written down, and the answer is sealed for the computer that asked first.
 */
export function createReplays(atMost = 100_000): Replays {
  const seen = new Set<string>();
  return {
    note(hash) {
      if (seen.has(hash)) return false;
      seen.add(hash);
      if (seen.size > atMost) for (const oldest of seen) return (seen.delete(oldest), true);
      return true;
    },
    forget: (hash) => void seen.delete(hash),
  };
}
