import { clientBase } from '#migrations/local/0010-client-base.ts';
import { searchMemory } from '#migrations/local/0020-search-memory.ts';
import { people } from '#migrations/local/0030-people.ts';
import { deals } from '#migrations/local/0040-deal.ts';
import { products } from '#migrations/local/0050-product.ts';
import { leads } from '#migrations/local/0060-lead.ts';
import { tasks } from '#migrations/local/0070-task.ts';
import { automations } from '#migrations/local/0080-automation.ts';
import { documents } from '#migrations/local/0090-document.ts';
import { branches } from '#migrations/local/0100-branches.ts';
import { audits } from '#migrations/local/0130-audit.ts';
import { login } from '#migrations/local/0120-login.ts';
import { rights } from '#migrations/local/0110-rights.ts';
import { consents } from '#migrations/local/0140-consent.ts';
import { searchMerging } from '#migrations/local/0150-search-merging.ts';
import type { Migration } from '#migrations/migration.ts';

/** Every step of the local database, in order. */
export const localMigrations: readonly Migration[] = [
  clientBase,
  searchMemory,
  people,
  deals,
  products,
  leads,
  tasks,
  automations,
  documents,
  branches,
  rights,
  login,
  audits,
  consents,
  searchMerging,
];
