import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import type { Person } from '#shared/people/contract.ts';
import { systemUserId } from '#shared/people/permission.ts';
import { isBuiltIn } from '#shared/people/role.ts';

const nobodyYet: readonly Person[] = [];

/** The people of the shop, those who left last; empty until the core has told. */
export function usePeople(): readonly Person[] {
  return useQuery(api.people.list.queryOptions()).data ?? nobodyYet;
}

/** Those who work here now. */
export function useWorkingPeople(): readonly Person[] {
  const people = usePeople();
  return useMemo(() => people.filter(({ archivedAt }) => archivedAt === null), [people]);
}

/** `nameOf(id)`: what somebody is called, also who left; "Nobody" for null. An owner who has not said a name is "Owner". */
export function usePersonName(): (id: string | null) => string {
  const t = useText();
  const people = usePeople();
  return useMemo(() => {
    const names = new Map(
      people.map(({ id, name, role }) => [id, name === '' ? t(`people.role.${isBuiltIn(role) ? role : 'owner'}`) : name]),
    );
    return (id) => {
      if (id === null) return t('people.nobody');
      return id === systemUserId ? 'Cartera' : (names.get(id) ?? '');
    };
  }, [people, t]);
}
