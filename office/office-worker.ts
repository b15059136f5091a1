import { parentPort, workerData } from 'node:worker_threads';
import { startOffice } from '#office/start-office.ts';
import type { OfficeOptions } from '#office/start-office.ts';

/** What the thread of head office tells whoever started it. */
export type OfficeWorkerMessage =
  | { readonly type: 'started'; readonly address: string; readonly adminKey: string }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string };

function tell(message: OfficeWorkerMessage) {
  parentPort?.postMessage(message);
}

try {
  const office = await startOffice(workerData as OfficeOptions);
  tell({ type: 'started', address: office.address, adminKey: office.adminKey });
  // The only word there is.
  parentPort?.once('message', () => void office.close().finally(() => parentPort?.close()));
} catch (error) {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  tell({ type: 'failed', code: typeof code === 'string' ? code : null, message: String(message ?? error) });
}
