import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Entrant, Entry } from '#shared/session/contract.ts';

const nobodyYet: readonly Entrant[] = [];

export interface Entrants {
  /** Whether anybody has a password. */
  readonly isProtected: boolean;
  readonly people: readonly Entrant[];
  entryOf(id: string): Entry;
}

/** Who works here, and how each enters. */
export function useEntrants(): Entrants {
  const { data } = useQuery(api.session.people.queryOptions());
  const people = data?.people ?? nobodyYet;
  return {
    isProtected: data?.isProtected ?? false,
    people,
    entryOf: (id) => people.find((person) => person.id === id)?.entry ?? 'tap',
  };
}
