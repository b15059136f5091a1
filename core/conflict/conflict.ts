import { defineRecordType } from '#core/records/record-type.ts';
import type { Conflict } from '#shared/conflict/conflict.ts';

/** Two copies wrote the same without seeing each other's, as kept. */
export const conflictRecord = defineRecordType<Conflict>({
  name: 'conflict',
  table: 'conflict',
  fields: {
    recordType: { column: 'record_type' },
    recordId: { column: 'record_id' },
    field: { column: 'field' },
    keptValue: { column: 'kept_value', json: true },
    keptBy: { column: 'kept_by' },
    keptStamp: { column: 'kept_stamp' },
    keptBranchId: { column: 'kept_branch_id' },
    lostValue: { column: 'lost_value', json: true },
    lostBy: { column: 'lost_by' },
    lostStamp: { column: 'lost_stamp' },
    lostBranchId: { column: 'lost_branch_id' },
    status: { column: 'status' },
    resolvedBy: { column: 'resolved_by' },
    resolvedAt: { column: 'resolved_at', quiet: true },
    createdAt: { column: 'created_at' },
  },
  describe: (conflict) => conflict.field,
});
