import type { InFive } from '#core/demo/demo-sales-words.ts';
import { lostNotes } from '#core/demo/sales-talk.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import type { DealStatus } from '#shared/deal/fields.ts';

/** When an invented deal came where. UTC milliseconds, all in the past. */
export interface DealRoad {
  readonly status: DealStatus;
  /** One for each stage it was in, from the first. */
  readonly entered: readonly number[];
  readonly closedAt: number | null;
  readonly lostNote: InFive | undefined;
}

const day = 86_400_000;
/** Of all deals, so many are still open; of the others twice as many were won as lost. */
const openOf = 26;
const wonOf = 14;
const lostOf = 7;
/** Half a year. */
const pastDays = 172;

/** The roads of all of a shop's invented deals, which share out the stages as deals do: fewer the further they are. */
export function planRoads(making: SalesMaking, share: number): readonly DealRoad[] {
  const count = (of: number) => Math.max(1, Math.round(of * share));
  const stages = making.pipeline.stages.length;
  const weights = Array.from({ length: stages }, (_, index) => stages * 1.4 - index);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const open = weights.flatMap((weight, index) => {
    const here = Math.max(1, Math.round((count(openOf) * weight) / sum));
    return Array.from({ length: here }, (_, nth) => openRoad(making, { index, isRotting: nth === 2 }));
  });
  const closed = (status: 'won' | 'lost', of: number) =>
    Array.from({ length: count(of) }, (_, nth) =>
      closedRoad(making, { status, daysAgo: 1 + Math.round(pastDays * (nth / count(of)) ** 1.6) }),
    );
  return [...closed('won', wonOf), ...closed('lost', lostOf), ...open];
}

function openRoad(making: SalesMaking, { index, isRotting }: { readonly index: number; readonly isRotting: boolean }): DealRoad {
  const { random, act, pipeline } = making;
  const most = pipeline.stages[index]?.rottingDays ?? 20;
  const isBrief = most === 1 && index > 0;
  const days = isRotting && !isBrief ? most + 1 + random.int(4) : Math.min(most, 20) * random.next() * 0.8;
  return {
    status: 'open',
    entered: backFrom(making, act.at - Math.round(days * day), index),
    closedAt: null,
    lostNote: undefined,
  };
}

function closedRoad(
  making: SalesMaking,
  { status, daysAgo }: { readonly status: 'won' | 'lost'; readonly daysAgo: number },
): DealRoad {
  const { random, act, pipeline, calendar } = making;
  const closedAt = calendar.atWork(act.at - daysAgo * day - random.int(day));
  const last = status === 'won' ? pipeline.stages.length - 1 : Math.min(1 + random.int(3), pipeline.stages.length - 1);
  const entered = backFrom(making, closedAt - day - random.int(3 * day), last);
  return { status, entered, closedAt, lostNote: status === 'lost' && random.chance(0.5) ? random.pick(lostNotes) : undefined };
}

/** When it came to each stage, that to the last being about then. */
function backFrom({ random, calendar }: SalesMaking, then: number, last: number): readonly number[] {
  const entered: number[] = [];
  let at = then;
  for (let index = last; index >= 0; index--) {
    at = calendar.atWork(at);
    entered.unshift(at);
    at -= Math.round((0.2 + random.next() * 3) * day);
  }
  return entered;
}
