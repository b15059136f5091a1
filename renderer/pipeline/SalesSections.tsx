import { useCan } from '#renderer/people/use-me.ts';
import { LostReasonsSection } from '#renderer/pipeline/LostReasonsSection.tsx';
import { MoneySection } from '#renderer/pipeline/MoneySection.tsx';
import { PipelinesSection } from '#renderer/pipeline/PipelinesSection.tsx';
import { PriceListsSection } from '#renderer/product/PriceListsSection.tsx';

/** What sales go by: pipelines, why deals are lost, money and price lists. */
export function SalesSections() {
  const canEdit = useCan('pipeline.edit');
  if (!canEdit) return null;
  return (
    <>
      <PipelinesSection />
      <LostReasonsSection />
      <MoneySection />
      <PriceListsSection />
    </>
  );
}
