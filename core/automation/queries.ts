import { automationRecord, runRecord } from '#core/automation/automation.ts';
import type { AutomationRow } from '#core/automation/automation.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { Automation, AutomationRun } from '#shared/automation/contract.ts';

const recently = 30 * 86_400_000;

/** All rules in order. @param now UTC milliseconds */
export function readAutomations(db: ReadDb, now: number): Automation[] {
  const rows = db.read<[], Record<string, unknown>>('SELECT * FROM automation ORDER BY position, id').all();
  return rows.map((row) => toAutomation(db, decodeRow(automationRecord, row), now));
}

export function findAutomation(db: ReadDb, id: string, now: number): Automation | undefined {
  const found = readRecord(db, automationRecord, id)?.row;
  return found && toAutomation(db, found, now);
}

export function toAutomation(db: ReadDb, row: AutomationRow, now: number): Automation {
  const runs = db
    .read<[string, number], { recentRuns: number; lastRunAt: number | null }>(
      'SELECT count(*) AS recentRuns, max(at) AS lastRunAt FROM automation_run WHERE automation_id = ? AND at > ?',
    )
    .get(row.id, now - recently);
  return {
    ...row,
    actions: [...row.actions],
    isOn: row.isOn === 1,
    recentRuns: runs?.recentRuns ?? 0,
    lastRunAt: runs?.lastRunAt ?? null,
  };
}

interface RunsRequest {
  readonly automationId?: string | undefined;
  readonly dealId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly status?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const columns = { automationId: 'automation_id', dealId: 'deal_id', partyId: 'party_id', status: 'status' } as const;

/** What rules did, newest first. */
export function readRuns(db: ReadDb, { offset, limit, ...wanted }: RunsRequest): { rows: AutomationRun[]; total: number } {
  const asked = Object.entries(wanted).flatMap(([name, value]) =>
    value === undefined ? [] : [{ sql: `${columns[name as keyof typeof columns]} = ?`, value }],
  );
  const where = asked.length > 0 ? `WHERE ${asked.map(({ sql }) => sql).join(' AND ')}` : '';
  const values = asked.map(({ value }) => value);
  const rows = db
    .read<unknown[], Record<string, unknown>>(`SELECT * FROM automation_run ${where} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`)
    .all(...values, limit, offset);
  const total = db.readColumn<unknown[], number>(`SELECT count(*) FROM automation_run ${where}`).get(...values) ?? 0;
  return { rows: rows.map((row) => toRun(db, row)), total };
}

function toRun(db: ReadDb, values: Record<string, unknown>): AutomationRun {
  const run = decodeRow(runRecord, values);
  const type = recordTypeNamed(run.recordType);
  const record = readRecord(db, type, run.recordId)?.row;
  const automation = readRecord(db, automationRecord, run.automationId)?.row;
  return { ...run, automationName: automation?.name ?? '', recordTitle: record ? type.describe(record, db) : '' };
}
