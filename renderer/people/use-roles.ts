import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import type { RoleRead, Team } from '#shared/people/contract.ts';
import { builtInRoles, isBuiltIn } from '#shared/people/role.ts';
import type { Role } from '#shared/people/role.ts';

const noneYet: readonly RoleRead[] = [];

/** The roles people can be given: those every shop has, then its own. */
export function useRoles(): readonly RoleRead[] {
  return useQuery(api.people.roles.queryOptions()).data ?? noneYet;
}

const noTeams: readonly Team[] = [];

/** The teams people can be in, by name. */
export function useTeams(): readonly Team[] {
  return useQuery(api.people.teams.queryOptions()).data ?? noTeams;
}

export interface RoleWords {
  /** What the role is called; empty for one that isn't known here. */
  nameOf(role: Role): string;
  /** What it may do, in a sentence; empty for one of the shop's own. */
  textOf(role: Role): string;
  /** All that can be given, to choose from. */
  readonly choices: readonly { readonly value: Role; readonly label: string }[];
}

export function useRoleWords(): RoleWords {
  const t = useText();
  const roles = useRoles();
  return useMemo(() => {
    const own = roles.filter((role) => !role.isBuiltIn);
    const names = new Map(own.map(({ id, name }) => [id, name]));
    const nameOf = (role: Role) => (isBuiltIn(role) ? t(`people.role.${role}`) : (names.get(role) ?? ''));
    return {
      nameOf,
      textOf: (role) => (isBuiltIn(role) ? t(`people.roleText.${role}`) : ''),
      choices: [...builtInRoles, ...own.map(({ id }) => id)].map((role) => ({ value: role, label: nameOf(role) })),
    };
  }, [roles, t]);
}
