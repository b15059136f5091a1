import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { DealDocuments } from '#renderer/document/DealDocuments.tsx';
import { DealPayments } from '#renderer/payment/DealPayments.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';

/** The documents and payments of a deal, for whoever sees its money. */
export function DealMoney() {
  const { deal } = useDealCard();
  const canSeeDocuments = useCan('document.see');
  const canSeePayments = useCan('payment.see');
  const isHidden = useFieldRights()('amount', 'deal') === 'hide';
  if (isHidden) return null;
  const isReadOnly = deal.deletedAt !== null;
  return (
    <>
      {canSeeDocuments && <DealDocuments dealId={deal.id} isReadOnly={isReadOnly} />}
      {canSeePayments && <DealPayments dealId={deal.id} isReadOnly={isReadOnly} />}
    </>
  );
}
