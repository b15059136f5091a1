import type { FilterEntity } from '#shared/filter/catalogue.ts';
import { dealFilterEntity } from '#shared/deal/filter-entity.ts';
import { leadFilterEntity } from '#shared/lead/filter-entity.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';
import { taskFilterEntity } from '#shared/task/filter-entity.ts';

/** Every kind of record whose conditions can be edited, by name. */
export const filterEntities = {
  party: partyFilterEntity,
  deal: dealFilterEntity,
  lead: leadFilterEntity,
  task: taskFilterEntity,
} as const satisfies Readonly<Record<string, FilterEntity>>;

export type FilterEntityName = keyof typeof filterEntities;
