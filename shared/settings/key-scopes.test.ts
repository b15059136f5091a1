import { expect, it } from 'vitest';
import { permissionsOfScopes, scopesWithin } from '#shared/settings/key-scopes.ts';

it('a narrowed key is told by all that it opens', () => {
  expect(scopesWithin(permissionsOfScopes(['addLeads']) ?? [])).toEqual(['addLeads']);
  expect(scopesWithin(permissionsOfScopes(['writeClients', 'takeAway']) ?? [])).toEqual([
    'readClients',
    'writeClients',
    'takeAway',
  ]);
  expect(scopesWithin(['people.see'])).toEqual([]);
});
