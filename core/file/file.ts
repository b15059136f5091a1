import { defineRecordType } from '#core/records/record-type.ts';
import type { AttachedFile } from '#shared/file/contract.ts';

/** An attached file as kept; its bytes are in the data folder under their hash. */
export type FileRow = Omit<AttachedFile, 'isHere'> & {
  /** SHA-256 of the content, in hex. */
  readonly hash: string;
};

export const fileRecord = defineRecordType<FileRow>({
  name: 'file',
  table: 'file',
  fields: {
    partyId: { column: 'party_id' },
    dealId: { column: 'deal_id' },
    activityId: { column: 'activity_id' },
    name: { column: 'name' },
    mediaType: { column: 'media_type' },
    size: { column: 'size' },
    hash: { column: 'hash' },
    createdAt: { column: 'created_at' },
  },
  references: [
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'dealId', to: 'deal', onPurge: 'clear' },
    { field: 'activityId', to: 'activity', onPurge: 'clear' },
  ],
  describe: (file) => file.name,
});
