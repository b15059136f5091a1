import type { dealSortFields } from '#shared/deal/contract.ts';

interface DealColumn {
  readonly field: 'title' | 'partyId' | 'stageId' | 'amount' | 'next' | 'expectedClose' | 'ownerId' | 'createdAt';
  /** Pixels. */
  readonly width: number;
  readonly sortField?: (typeof dealSortFields)[number];
}

/** The columns of the list of deals. */
export const dealColumns: readonly DealColumn[] = [
  { field: 'title', width: 230, sortField: 'title' },
  { field: 'partyId', width: 180, sortField: 'client' },
  { field: 'stageId', width: 150, sortField: 'stage' },
  { field: 'amount', width: 120, sortField: 'amount' },
  { field: 'next', width: 210, sortField: 'next' },
  { field: 'expectedClose', width: 120, sortField: 'expectedClose' },
  { field: 'ownerId', width: 130, sortField: 'owner' },
  { field: 'createdAt', width: 120, sortField: 'createdAt' },
];
export type DealColumnField = DealColumn['field'];
