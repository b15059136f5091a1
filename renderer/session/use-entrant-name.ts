import { useText } from '#renderer/app/text.ts';
import type { Entrant } from '#shared/session/contract.ts';

/** What somebody is called before anybody is known: an owner who hasn't said a name is "Owner". */
export function useEntrantName(): (entrant: Pick<Entrant, 'name'>) => string {
  const t = useText();
  return ({ name }) => (name === '' ? t('people.role.owner') : name);
}
