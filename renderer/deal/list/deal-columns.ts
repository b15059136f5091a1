import type { dealSortFields } from '#shared/deal/contract.ts';

interface DealColumn {
  readonly field: 'title' | 'partyId' | 'stageId' | 'amount' | 'next' | 'expectedClose' | 'ownerId' | 'createdAt';
  /** Pixels. */
  readonly width: number;
  readonly sortField?: (typeof dealSortFields)[number];
}

/** The columns of the list of deals. */
export const dealColumns: readonly DealColumn[] = [
  { field: 'title', width: 205, sortField: 'title' },
  { field: 'partyId', width: 145, sortField: 'client' },
  { field: 'stageId', width: 130, sortField: 'stage' },
  { field: 'amount', width: 105, sortField: 'amount' },
  { field: 'next', width: 200, sortField: 'next' },
  { field: 'expectedClose', width: 190, sortField: 'expectedClose' },
  { field: 'ownerId', width: 150, sortField: 'owner' },
  { field: 'createdAt', width: 120, sortField: 'createdAt' },
];
export type DealColumnField = DealColumn['field'];
