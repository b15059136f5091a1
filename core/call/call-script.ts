import { defineRecordType } from '#core/records/record-type.ts';
import type { CallScript } from '#shared/call/contract.ts';

/** What to say on the telephone, as kept. */
export interface CallScriptRow extends CallScript {
  readonly archivedAt: number | null;
}

export const callScriptRecord = defineRecordType<CallScriptRow>({
  name: 'call_script',
  table: 'call_script',
  fields: {
    name: { column: 'name' },
    purpose: { column: 'purpose' },
    steps: { column: 'steps', json: true },
    answers: { column: 'answers', json: true },
    position: { column: 'position' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (script) => script.name,
});
