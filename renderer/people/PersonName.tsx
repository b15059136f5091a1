import { usePersonName } from '#renderer/people/use-people.ts';

/** What somebody of the shop is called; "Nobody" for null. */
export function PersonName({ id }: { readonly id: string | null }) {
  return usePersonName()(id);
}
