import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';

/** The people of the shop, for choosing several. */
export function usePeopleChoices(): { value: string; label: string }[] {
  const people = useWorkingPeople();
  const nameOf = usePersonName();
  return people.map(({ id }) => ({ value: id, label: nameOf(id) }));
}
