import { faultSchema } from '#shared/sync/protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';

/** What one HTTP request came to. */
export type HttpReply =
  | { readonly type: 'answer'; readonly bytes: Buffer }
  /** Frames that head office doesn't have yet. */
  | { readonly type: 'missing'; readonly positions: readonly number[] }
  | { readonly type: 'fault'; readonly code: FaultCode }
  /** A proxy on the way takes only smaller bodies. */
  | { readonly type: 'tooLargeForProxy' }
  /** It is there, but busy, being restarted, or asked too often; after so many seconds it may be asked again. */
  | { readonly type: 'later'; readonly seconds: number | null; readonly code: FaultCode }
  /** Nobody answers, or nobody who speaks as head office does. */
  | { readonly type: 'nobody' };

export interface HttpQuestion {
  /** "http://192.168.1.10:4900" */
  readonly address: string;
  readonly path: string;
  /** Posted; without it, the path is fetched. */
  readonly body?: Uint8Array;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until all of the answer must be there. */
  readonly time: number;
}

/** A frame takes a minute on a line of 70 kbit/s. */
export const exchangeTime = 100_000;
const laterStatuses: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** Asks head office over HTTP, once. */
export async function askHttp(question: HttpQuestion): Promise<HttpReply> {
  try {
    return await read(await send(question));
  } catch {
    // fetch throws one kind of error for all that networks do.
    return { type: 'nobody' };
  }
}

function send({ address, path, body, signal, time }: HttpQuestion): Promise<Response> {
  const limit = AbortSignal.timeout(time);
  return fetch(`${address.replace(/\/+$/, '')}${path}`, {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    redirect: 'error',
    cache: 'no-store',
    ...(body && { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } }),
  });
}

async function read(response: Response): Promise<HttpReply> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isBytes = response.headers.get('content-type')?.startsWith('application/octet-stream') === true;
  if (response.status === 200 && isBytes) return { type: 'answer', bytes };
  const said = parse(bytes);
  const missing = (said as { readonly missing?: unknown } | null)?.missing;
  if (response.status === 202 && Array.isArray(missing)) return { type: 'missing', positions: missing.map(Number) };
  const fault = faultSchema.safeParse(said).data;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const later = { type: 'later', seconds: Number.isFinite(seconds) ? seconds : null, code: fault?.code ?? 'busy' } as const;
  if (fault) return laterStatuses.has(response.status) ? later : { type: 'fault', code: fault.code };
  if (response.status === 413) return { type: 'tooLargeForProxy' };
  return laterStatuses.has(response.status) ? later : { type: 'nobody' };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
