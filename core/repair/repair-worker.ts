// Every kind of record is known by its name.
import '#core/record-types.ts';
import { answerWork } from '#core/backup/work-in-thread.ts';
import { repairDatabase } from '#core/repair/repair-database.ts';
import type { RepairRequest } from '#core/repair/repair-database.ts';

export type RepairWork = Omit<RepairRequest, 'report'>;

await answerWork(
  (work: RepairWork, report) => repairDatabase({ ...work, report }),
  ({ dataDirectory }) => dataDirectory,
);
