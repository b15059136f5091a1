import { defineRecordType } from '#core/records/record-type.ts';
import type { Notice } from '#shared/notice/contract.ts';

/** What somebody is told. Nobody did it, so that nobody undoes it, but it goes with the restored archive that brought it. */
export const noticeRecord = defineRecordType<Notice>({
  name: 'notice',
  table: 'notice',
  fields: {
    userId: { column: 'user_id' },
    kind: { column: 'kind' },
    at: { column: 'at' },
    text: { column: 'text' },
    params: { column: 'params', json: true },
    recordType: { column: 'record_type' },
    recordId: { column: 'record_id' },
    createdAt: { column: 'created_at' },
    readAt: { column: 'read_at', quiet: true },
    branchId: { column: 'branch_id' },
  },
  describe: ({ text, params }) => text || String(params['title'] ?? ''),
  undoable: ['importArchive'],
  ofBranch: true,
});
