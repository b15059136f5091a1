import { v5 } from 'uuid';

/** Made once, at random, for ids of this product. */
const namespace = '6a1f3f0e-5d0b-4c39-9d53-8f0b0c6d7a21';

/**
 * An id that every PC makes alike from the same words: what follows from an event is one record, however often and
 * wherever the event is noticed.
 * @example deterministicId('overdue', taskId, dueAt)
 */
export function deterministicId(...words: readonly (string | number)[]): string {
  return v5(JSON.stringify(words), namespace);
}
