import { activityRecord } from '#core/activity/activity.ts';
import { automationRecord, runRecord, stepRecord } from '#core/automation/automation.ts';
import { branchRecord } from '#core/branch/branch.ts';
import { callScriptRecord } from '#core/call/call-script.ts';
import { conflictRecord } from '#core/conflict/conflict.ts';
import { customFieldRecord } from '#core/custom-field/custom-field.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { dealContactRecord } from '#core/deal/deal-contact.ts';
import { dealLineRecord } from '#core/deal/deal-line.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { templateRecord } from '#core/document/document-template.ts';
import { documentRecord } from '#core/document/document.ts';
import { seriesRecord } from '#core/document/number-series.ts';
import { fileRecord } from '#core/file/file.ts';
import { importTemplateRecord } from '#core/import/import-template.ts';
import { leadRecord } from '#core/lead/lead.ts';
import { linkRecord } from '#core/link/link.ts';
import { noticeRecord } from '#core/notice/notice.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { paymentRecord } from '#core/payment/payment.ts';
import { roleRecord, teamRecord } from '#core/people/roles.ts';
import { userRecord } from '#core/people/users.ts';
import { consentRecord } from '#core/privacy/consent.ts';
import { lostReasonRecord, pipelineRecord, stageRecord } from '#core/pipeline/pipeline.ts';
import { priceListRecord, priceRecord, productRecord } from '#core/product/product.ts';
import type { AnyRecordType, RecordField } from '#core/records/record-type.ts';
import { decodeRow } from '#core/records/write.ts';
import { settingRecord } from '#core/settings/settings.ts';
import { taskRecord } from '#core/task/task.ts';

/**
 * The kinds of record an archive holds, those that are referred to before those that refer to them. Keys of other
 * programs stay behind: only their hashes are known, and they are for this copy.
 */
export const archiveRecords = [
  branchRecord,
  roleRecord,
  teamRecord,
  userRecord,
  settingRecord,
  customFieldRecord,
  importTemplateRecord,
  partyRecord,
  linkRecord,
  pipelineRecord,
  stageRecord,
  lostReasonRecord,
  productRecord,
  priceListRecord,
  priceRecord,
  dealRecord,
  dealContactRecord,
  dealLineRecord,
  templateRecord,
  seriesRecord,
  documentRecord,
  paymentRecord,
  leadRecord,
  callScriptRecord,
  taskRecord,
  activityRecord,
  fileRecord,
  noticeRecord,
  automationRecord,
  runRecord,
  stepRecord,
  conflictRecord,
  consentRecord,
] as unknown as readonly AnyRecordType[];

/** Where a kind of record stands in an archive. */
export function archiveEntryName(type: AnyRecordType): string {
  return `${type.name.replaceAll('_', '-')}.jsonl`;
}

/** Every record of a kind as JSON, by id, without what is derived: equal data gives equal lines. */
export function* archiveLines(db: ReadDb, type: AnyRecordType): Generator<string> {
  const derived = Object.entries<RecordField>(type.fields).flatMap(([name, field]) => (field.derived ? [name] : []));
  const page = db.read<[string], Record<string, unknown>>(`SELECT * FROM ${type.table} WHERE id > ? ORDER BY id LIMIT 1000`);
  for (let last = ''; ;) {
    const rows = page.all(last);
    if (rows.length === 0) return;
    for (const row of rows) {
      const record: Record<string, unknown> = { ...decodeRow(type, row) };
      for (const name of derived) delete record[name];
      yield JSON.stringify(record);
    }
    last = rows.at(-1)?.['id'] as string;
  }
}

/** What was done, and to which records: for reading, and to be restored into a copy that has no data yet. */
export const historyQueries = {
  'act.jsonl': 'SELECT * FROM act ORDER BY seq',
  'history.jsonl': 'SELECT * FROM history ORDER BY seq',
  'audit.jsonl': 'SELECT * FROM audit ORDER BY seq',
} as const;

/** Every file of records that an archive may have. */
export const archiveEntryNames: readonly string[] = [...archiveRecords.map(archiveEntryName), ...Object.keys(historyQueries)];

/** Raised when an archive can't be read by programs that knew only the format before. */
export const archiveFormat = 1;
