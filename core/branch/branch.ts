import { defineRecordType } from '#core/records/record-type.ts';
import type { Branch } from '#shared/branch/branch.ts';

/** A point of sale that works by itself, as kept. Head office is none: there `branchId` is null. */
export const branchRecord = defineRecordType<Branch>({
  name: 'branch',
  table: 'branch',
  fields: {
    name: { column: 'name' },
    number: { column: 'number' },
    address: { column: 'address' },
    phone: { column: 'phone' },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (branch) => branch.name,
  // Its number stands in documents: it is closed, never taken away.
  undoable: ['importArchive'],
});
