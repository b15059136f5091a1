import { orderRestore, putOrderInPlace } from '#core/backup/restore-folder.ts';
import { workInThread } from '#core/backup/work-in-thread.ts';
import type { ReportWork } from '#core/backup/work-in-thread.ts';
import type { Repaired } from '#core/repair/repair-database.ts';
import type { RepairWork } from '#core/repair/repair-worker.ts';
import type { SurveyWork } from '#core/repair/survey-worker.ts';
import type { RepairedTable, RepairReport } from '#shared/backup/rescue-contract.ts';

export interface Repairing extends RepairWork {
  readonly report: ReportWork;
}

const repairScript = new URL('./repair-worker.ts', import.meta.url);
const surveyScript = new URL('./survey-worker.ts', import.meta.url);

/**
 * Puts a new database of all that can be read in the place of a damaged one, which is set aside. Only while nobody has the data open.
 * @throws {BackupError}; then nothing was changed
 */
export async function repairData({ report, ...work }: Repairing): Promise<RepairReport> {
  const repaired = await workInThread<RepairWork, Repaired>(repairScript, work, report);
  orderRestore(work.dataDirectory, repaired.order);
  putOrderInPlace(work.dataDirectory);
  return repaired.report;
}

/** Counts what that would save, and changes nothing. @throws {BackupError} where there is no room to look */
export function surveyData(work: SurveyWork, report: ReportWork = () => undefined): Promise<readonly RepairedTable[]> {
  return workInThread<SurveyWork, readonly RepairedTable[]>(surveyScript, work, report);
}
