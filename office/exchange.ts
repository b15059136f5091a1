import { compareRequestSchema, syncRequestSchema } from '#shared/sync/protocol.ts';
import type { CompareRequest, CompareResponse, Fault, FaultCode, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { answerSync } from '#office/answer-sync.ts';
import { isHeardDue, noteHeard } from '#office/receive/contact.ts';
import { MalformedBatch } from '#office/receive/receive-batch.ts';
import { readSender } from '#office/receive/sender.ts';
import { compare } from '#office/serve/compare.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

/** About how much JSON an answer holds at most. */
const answerBytes = 4 * 1024 * 1024;

/** A message whose sender was made sure of. */
export interface Arrived {
  /** The id of the device that sent it. */
  readonly device: string;
  readonly incarnation: string;
  /** As it came: it is checked here. */
  readonly request: unknown;
  /** UTC milliseconds. */
  readonly now: number;
  /** About how much JSON the answer holds at most; one record always fits. */
  readonly maxBytes?: number;
}

export type Answer = SyncResponse | CompareResponse | Fault;

/** Answers a message of a copy: takes what it brings and serves what it asks for. */
export async function exchange(store: OfficeStore, { device, incarnation, request, now, maxBytes }: Arrived): Promise<Answer> {
  const parsed = parse(request);
  if (typeof parsed === 'string' || !/^[\w-]{1,64}$/.test(incarnation))
    return fault(parsed === 'unknownRequest' ? parsed : 'malformed');
  const bytes = maxBytes ?? answerBytes;
  if (parsed.kind === 'compare') return await answerCompare(store, { device, request: parsed, now, maxBytes: bytes });
  try {
    const answer = await answerSync(store, { device, incarnation, request: parsed, now, maxBytes: bytes });
    return typeof answer === 'string' ? fault(answer) : answer;
  } catch (error) {
    if (error instanceof MalformedBatch) return fault('malformed');
    throw error;
  }
}

function fault(code: FaultCode): Fault {
  return { kind: 'fault', code };
}

function parse(request: unknown): SyncRequest | CompareRequest | 'unknownRequest' | 'malformed' {
  const kind = (request as { readonly kind?: unknown } | null)?.kind;
  if (kind !== 'sync' && kind !== 'compare') return 'unknownRequest';
  const parsed = (kind === 'sync' ? syncRequestSchema : compareRequestSchema).safeParse(request);
  return parsed.success ? parsed.data : 'malformed';
}

interface Comparing {
  readonly device: string;
  readonly request: CompareRequest;
  readonly now: number;
  readonly maxBytes: number;
}

async function answerCompare(store: OfficeStore, { device, request, now, maxBytes }: Comparing): Promise<Answer> {
  const compared = await store.read(async (tx) => {
    const sender = await readSender(tx, device);
    if (!sender) return fault('unknownDevice');
    if (sender.status !== 'active') return fault('revoked');
    return { sender, answer: await compare(tx, { branchId: sender.branchId, request, maxBytes }) };
  });
  if ('kind' in compared) return compared;
  const { sender, answer } = compared;
  if (isHeardDue(sender, now)) await store.transaction((tx) => noteHeard(tx, sender.id, now));
  return answer;
}
