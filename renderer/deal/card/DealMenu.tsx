import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { DeleteItem, DotsMenu } from '#renderer/card/DotsMenu.tsx';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';

/** What can be done with the deal as a whole; nothing for those who may do nothing. */
export function DealMenu() {
  const { deal } = useDealCard();
  const mayOn = useMayOn();
  const canDelete = mayOn('deal', 'delete', { ...heldBy(deal), stageId: deal.stageId }) && deal.deletedAt === null;
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useMutation(
    api.deal.delete.mutationOptions({
      onSuccess: async ({ actId }) => {
        navigate('/deals');
        notifyDone('deal.deleted.done', { title: deal.title }, { undoActId: actId });
        await queries.invalidateQueries({ queryKey: api.deal.key() });
      },
    }),
  );
  if (!canDelete) return null;
  return (
    <DotsMenu>
      <DeleteItem onDelete={() => remove.mutate({ id: deal.id })} />
    </DotsMenu>
  );
}
