import { checkAudit } from '#core/audit/check-audit.ts';
import { checkDatabase } from '#core/check/check-database.ts';
import { checkFiles } from '#core/check/check-files.ts';
import type { CheckResult } from '#core/check/fault.ts';
import type { Connection } from '#core/database/connection.ts';
import type { FileStore } from '#core/file/file-store.ts';

/** Looks for faults in everything kept: the database, what is derived within it, and the attached files. */
export async function checkData(connection: Connection, files: FileStore): Promise<CheckResult> {
  const { faults, parties, acts } = checkDatabase(connection);
  const attached = await checkFiles(connection, files);
  return { faults: [...faults, ...checkAudit(connection), ...attached.faults], counts: { parties, acts, files: attached.files } };
}
