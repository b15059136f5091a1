import { useFormat } from '#renderer/app/format.ts';
import type { DealSums } from '#shared/deal/contract.ts';

interface SumsProps {
  readonly sums: DealSums['sums'];
  /** Times probability. */
  readonly isWeighted?: boolean;
}

/** Sums of deals, one for each currency. */
export function Sums({ sums, isWeighted = false }: SumsProps) {
  const format = useFormat();
  return sums.map(({ currency, amount, weighted }) => format.sum(isWeighted ? weighted : amount, currency)).join(' + ');
}
