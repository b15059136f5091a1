import { v7 } from 'uuid';

/** An id in the order of its making. */
export function newId(): string {
  return v7();
}
