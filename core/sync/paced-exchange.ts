import type { Exchange } from '#core/sync/exchange.ts';
import type { CompareRequest, SyncRequest } from '#shared/sync/protocol.ts';

/** Milliseconds that the program may be busy with one page, so that whoever works doesn't notice. */
const pageTime = 150;
const smallestPage = 50;
/** Until it is known how fast this computer is. */
const firstPage = 500;

/**
 * Asks for as many records at a time as this computer applies without anybody noticing: what a page took is what passes from an answer
 * to the next question.
 */
export function pacedExchange(exchange: Exchange, now: () => number = () => performance.now()): Exchange {
  let answered: { readonly at: number; readonly records: number } | null = null;
  let fitting = firstPage;
  async function ask(request: SyncRequest | CompareRequest) {
    if (request.kind === 'compare') return exchange(request);
    if (answered && answered.records >= smallestPage) {
      const eachTook = (now() - answered.at) / answered.records;
      fitting = Math.max(smallestPage, Math.floor(pageTime / eachTook));
    }
    const response = await exchange({ ...request, records: Math.min(request.records, fitting) });
    const changes = response.kind === 'sync' ? (response.page?.changes ?? []) : [];
    const records = changes.reduce((sum, { columns }) => sum + (columns[0]?.length ?? 0), 0);
    answered = { at: now(), records };
    return response;
  }
  return ask as Exchange;
}
