import { dealLineRecord } from '#core/deal/deal-line.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { emptyDeal } from '#core/deal/create-deal.ts';
import { createRandom } from '#core/demo/random.ts';
import type { Random } from '#core/demo/random.ts';
import { personIdOf } from '#core/people/allow.ts';
import { addReadyPipeline, createPipeline } from '#core/pipeline/commands.ts';
import { firstPipeline, readPipelines } from '#core/pipeline/queries.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { createTask } from '#core/task/commands.ts';
import { currencyOfCountry } from '#shared/money/money.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';
import { dateAt, timeZoneOf } from '#shared/time/zone.ts';

export interface DemoDealsRequest {
  readonly deals: number;
  readonly seed: number;
  /** A pipeline of its own with so many stages; the shop's first one where left out. */
  readonly stages?: number | undefined;
}

const day = 86_400_000;
/** Most who have a deal have one or two; more clients than this aren't looked at. */
const mostClients = 50_000;

/** Adds open deals with invented figures to the people and companies there are. @returns how many, none where there is nobody */
export function createDemoDeals(act: Act, { deals, seed, stages }: DemoDealsRequest): number {
  const clients = act.tx
    .read<[number], { id: string; title: string }>(
      'SELECT id, title FROM party WHERE deleted_at IS NULL ORDER BY seq DESC LIMIT ?',
    )
    .all(mostClients);
  if (clients.length === 0) return 0;
  const settings = readSettings(act.tx);
  const making: Making = {
    act,
    random: createRandom(seed),
    pipeline: pipelineFor(act, stages),
    currency: settings.currency || currencyOfCountry(settings.country),
    pricesIncludeTax: settings.pricesIncludeTax,
    timeZone: timeZoneOf(settings.timeZone),
  };
  for (let made = 0; made < deals; made++) createDemoDeal(making, making.random.pick(clients));
  return deals;
}

interface Making {
  readonly act: Act;
  readonly random: Random;
  readonly pipeline: Pipeline;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly timeZone: string;
}

function createDemoDeal(
  { act, random, pipeline, currency, pricesIncludeTax, timeZone }: Making,
  client: { readonly id: string; readonly title: string },
) {
  const stage = random.pickCommon(pipeline.stages);
  const createdAt = act.at - random.int(120 * day);
  const { id } = createRecord(act, dealRecord, {
    ...emptyDeal,
    id: newId(),
    title: client.title,
    partyId: client.id,
    pipelineId: pipeline.id,
    stageId: stage.id,
    ownerId: personIdOf(act.actor),
    branchId: null,
    currency,
    pricesIncludeTax,
    estimate: (50 + random.int(3000)) * 100,
    ownProbability: random.chance(0.1) ? random.int(101) : null,
    expectedClose: random.chance(0.8) ? dateAt(act.at + random.int(150 * day), timeZone) : null,
    stageSince: createdAt + random.int(act.at - createdAt + 1),
    createdAt,
    updatedAt: act.at,
  });
  if (random.chance(0.2)) createDemoLine({ act, random }, id);
  if (random.chance(0.7)) createDemoTask({ act, random }, id, client);
}

/** A window. */
function createDemoLine({ act, random }: Pick<Making, 'act' | 'random'>, dealId: string) {
  createRecord(act, dealLineRecord, {
    id: newId(),
    dealId,
    position: 0,
    productId: null,
    name: `${600 + random.int(20) * 50} x ${900 + random.int(20) * 50}`,
    description: '',
    place: '',
    width: 600 + random.int(20) * 50,
    height: 900 + random.int(20) * 50,
    pieces: 1 + random.int(5),
    unit: 'squareMetre',
    unitPrice: (100 + random.int(150)) * 100,
    discount: 0,
    taxRate: 2100,
  });
}

/** What is invented reminds nobody, and goes to nobody when it is overdue. */
function createDemoTask(
  { act, random }: Pick<Making, 'act' | 'random'>,
  dealId: string,
  client: { readonly id: string; readonly title: string },
) {
  const dueAt = act.at + Math.round((random.next() - 0.15) * 20 * day);
  createTask(act, { type: 'call', title: client.title, partyId: client.id, dealId, dueAt, remindMinutes: null, escalate: false });
}

function pipelineFor(act: Act, stages: number | undefined): Pipeline {
  const { trade, language } = readSettings(act.tx);
  if (stages === undefined) return firstPipeline(act.tx) ?? addReadyPipeline(act, trade, language);
  const known = readPipelines(act.tx).find((pipeline) => pipeline.stages.length === stages);
  if (known) return known;
  const names = Array.from({ length: stages }, (_, index) => index);
  return createPipeline(act, {
    name: `Demo ${stages}`,
    stages: names.map((index) => ({ name: String(index + 1), probability: Math.round(((index + 1) * 100) / (stages + 1)) })),
  });
}
