import { readSyncState } from '#core/sync/sync-state.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { CompareRequest, SyncRequest } from '#shared/sync/protocol.ts';
import type { Chance } from '#test/simulator/chance.ts';
import type { Copy } from '#test/simulator/copy.ts';
import type { Asker, Hub } from '#test/simulator/hub.ts';

/** It didn't get through, or the answer didn't. */
export class NetworkLost extends Error {
  override readonly name = 'NetworkLost';
}

type Request = SyncRequest | CompareRequest;

/** How bad the way to head office is: each happens once in so many messages; 0 never. */
export interface Weather {
  requestLost: number;
  answerLost: number;
  doubled: number;
  /** Comes once more, much later. */
  late: number;
}

export const fineWeather: Weather = { requestLost: 0, answerLost: 0, doubled: 0, late: 0 };

export interface Network {
  weather: Weather;
  exchangeOf(copy: Copy, tell?: (line: string) => void): Exchange;
  /** Delivers what was held up. */
  deliverLate(): Promise<void>;
}

interface Letter {
  readonly asker: Asker;
  readonly request: Request;
}

export function createNetwork(hub: Hub, chance: Chance): Network {
  const held: Letter[] = [];
  const happens = (inTimes: number) => inTimes > 0 && chance.once(inTimes);
  const network: Network = {
    weather: fineWeather,
    exchangeOf(copy, tell = () => undefined) {
      async function ask(request: Request) {
        const { requestLost, answerLost, doubled, late } = network.weather;
        const incarnation = readSyncState(copy.connection, 'line')?.incarnation ?? '';
        const asker = { device: copy.device, incarnation };
        if (happens(requestLost)) {
          tell(`request lost: ${describe(request)}`);
          throw new NetworkLost('request');
        }
        if (happens(late)) held.push({ asker, request });
        const answers = happens(doubled)
          ? await Promise.all([hub.answer(asker, request), hub.answer(asker, request)])
          : [await hub.answer(asker, request)];
        if (happens(answerLost)) {
          tell(`answer lost: ${describe(request)}`);
          throw new NetworkLost('answer');
        }
        const answer = answers[answers.length === 2 && chance.once(2) ? 1 : 0];
        tell(`${describe(request)} -> ${describeAnswer(answer, request)}`);
        return answer;
      }
      return ask as Exchange;
    },
    async deliverLate() {
      for (const { asker, request } of held.splice(0)) await hub.answer(asker, request);
    },
  };
  return network;
}

function describe(request: Request): string {
  if (request.kind === 'compare') return `compare ${request.ask}`;
  const { batch, cursor, waiting } = request;
  return `sync cursor ${cursor} ${batch ? `batch ${batch.counter}` : 'no batch'} waiting ${waiting}`;
}

function describeAnswer(answer: unknown, request: Request): string {
  const sent = request.kind === 'sync' && request.batch ? unpack(request.batch.changes) : [];
  const { kind, code, push, page } = answer as {
    kind: string;
    code?: string;
    push?: { type: string; refused?: readonly { index: number; code: string }[]; restamped?: readonly unknown[] } | null;
    page?: { next: number; head: number; leaves: readonly unknown[] } | null;
  };
  if (kind === 'fault') return `fault ${code}`;
  const refused = (push?.refused ?? []).map(({ index, code: why }) => `${why} ${JSON.stringify(sent[index])}`).join('; ');
  const pushed = push
    ? `${push.type} ${refused === '' ? '' : `refused ${refused}`} restamped ${push.restamped?.length ?? 0}`
    : '';
  return `${pushed} page ${page ? `${page.next}/${page.head} leaves ${page.leaves.length}` : 'none'}`;
}
