import type { CompareRequest, CompareResponse, Fault, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';

/** Carries one message to head office and its answer back. Throws what the carrier throws when it can't. */
export interface Exchange {
  (request: SyncRequest): Promise<SyncResponse | Fault>;
  (request: CompareRequest): Promise<CompareResponse | Fault>;
}
