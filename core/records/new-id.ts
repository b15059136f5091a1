import { v7 } from 'uuid';

/** A new record's id: UUIDv7, so that ids sort by time of creation. */
export function newId(): string {
  return v7();
}

/** An id for an element of a record's list, unique within that record whichever branch adds it. */
export function newElementId(): string {
  return v7().slice(-12);
}
