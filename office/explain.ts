import { CertificateError } from '#office/start-office.ts';
import type { OfficeOptions } from '#office/start-office.ts';
import { OfficeDataError } from '#office/store/migrate-office.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { MessageValues } from '#shared/messages/message-text.ts';

export interface Explanation {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** What is wrong, for whoever starts head office. What isn't foreseen is thrown on: it is a fault of the program. */
export function explain(error: unknown, { port, host = '0.0.0.0', database, dataDirectory }: OfficeOptions): Explanation {
  if (error instanceof CertificateError) {
    return { key: 'office.start.badCertificate', values: { file: error.file, code: error.code } };
  }
  if (error instanceof OfficeDataError) return { key: 'office.start.newerData', values: {} };
  const code = codeOf(error);
  const { syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' && code === 'EADDRINUSE') return { key: 'office.start.portTaken', values: { port: String(port) } };
  if (syscall === 'listen') return { key: 'office.start.noAddress', values: { host, port: String(port), code } };
  if (database !== undefined) return { key: 'office.start.noDatabase', values: { code } };
  if (code === 'SQLITE_NOTADB') return { key: 'office.start.encrypted', values: { folder: dataDirectory } };
  if (/^(E[A-Z]+|SQLITE_.*)$/.test(code)) return { key: 'office.start.badFolder', values: { folder: dataDirectory, code } };
  throw error;
}

/** Of several tries to connect, the first one's. */
function codeOf(error: unknown): string {
  const { code } = (error instanceof AggregateError ? error.errors[0] : error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}
