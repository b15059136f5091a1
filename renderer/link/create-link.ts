import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { splitFullName } from '#shared/name/split-full-name.ts';

/** One that is there already, or a new one of this name. */
type Wanted = { readonly id: string } | { readonly newName: string };

/** Links the card's party to another. @param onLinked is told the link's id */
export function useCreateLink(onLinked: (linkId: string) => void) {
  const { party } = useCard();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: async (wanted: Wanted) => {
      const otherId = 'id' in wanted ? wanted.id : await create(party.type === 'contact' ? 'company' : 'contact', wanted.newName);
      const ids =
        party.type === 'contact' ? { contactId: party.id, companyId: otherId } : { contactId: otherId, companyId: party.id };
      return client.link.create(ids);
    },
    onSuccess: async (link) => {
      await queries.invalidateQueries({ queryKey: api.link.key() });
      onLinked(link.id);
    },
  });
  return { link: (wanted: Wanted) => mutate(wanted), isLinking: isPending };
}

async function create(type: 'contact' | 'company', name: string): Promise<string> {
  if (type === 'company') return (await client.company.create({ name })).id;
  const { givenName, middleName, familyName } = splitFullName(name);
  return (await client.contact.create({ givenName, middleName, familyName })).id;
}
