import { emptyDeal } from '#core/deal/create-deal.ts';
import { dealRecord } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { makeLines, saveLines } from '#core/deal/set-lines.ts';
import type { DealLineRow } from '#core/deal/deal-line.ts';
import type { DemoAppointment, DemoJob } from '#core/demo/demo-sales-words.ts';
import { cars } from '#core/demo/sales-talk.ts';
import { streetIn } from '#core/demo/sales-making.ts';
import type { SalesMaking } from '#core/demo/sales-making.ts';
import type { DealRoad } from '#core/demo/deal-road.ts';
import type { Party } from '#core/party/party.ts';
import { personIdOf } from '#core/people/allow.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { lineAmounts } from '#shared/deal/line-amounts.ts';
import type { AskableField } from '#shared/pipeline/contract.ts';

/** An invented deal with what else is made for it. */
export interface DemoDeal {
  readonly deal: DealRow;
  readonly client: Party;
  readonly road: DealRoad;
  /** What it comes to, minor units. */
  readonly amount: number;
  readonly hasLines: boolean;
  readonly street: string;
  /** What is agreed for a day and an hour to come. */
  readonly appointment: (DemoAppointment & { readonly at: number }) | undefined;
}

const minute = 60_000;
/** To the client's. */
const driveMinutes = 30;

/** Adds a deal as it went through the stages, with its lines where it has got that far. */
export function createSalesDeal(making: SalesMaking, road: DealRoad): DemoDeal {
  const { act, random, sales, pipeline, currency, pricesIncludeTax, say } = making;
  const client = making.nextClient();
  const chosen = random.pickCommon(sales.jobs);
  const street = client.addresses[0]?.street || streetIn(making);
  const title = fillIn(say(chosen.title), { street, car: random.pick(cars), number: String(1000 + random.int(9000)) });
  const id = newId();
  const lines = linesOfJob(making, chosen, id);
  const amount = lines.reduce((sum, line) => sum + lineAmounts(line, pricesIncludeTax).gross, 0);
  const hasLines = hasCome(road, pipeline.stages.length) || asksFor(making, road, ['lines', 'sizes', 'prices']);
  const appointment = bookAppointment(making, road);
  const began = road.entered[0] ?? act.at;
  const isAtClient = sales.appointments.some(({ type }) => type === 'visit');
  const deal = createRecord(act, dealRecord, {
    ...emptyDeal,
    id,
    title,
    partyId: client.id,
    pipelineId: pipeline.id,
    stageId: pipeline.stages[0]?.id ?? '',
    ownerId: personIdOf(act.actor),
    branchId: client.branchId,
    currency,
    pricesIncludeTax,
    estimate: hasLines ? 0 : Math.round(amount / 1000) * 1000,
    expectedClose: road.status === 'open' ? making.calendar.dateOf(act.at + (3 + random.int(40)) * 1440 * minute) : null,
    source: client.source || random.pickCommon(making.locale.sources),
    siteAddress: isAtClient ? `${street}, ${making.locale.cities[0]?.name ?? ''}` : '',
    ...momentsOf(making, road, appointment),
    stageSince: began,
    createdAt: began,
    updatedAt: began,
  });
  if (hasLines) saveLines(act, id, lines);
  return { deal: goAlong(making, deal, road), client, road, amount, hasLines, street, appointment };
}

export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}

function linesOfJob({ act, random, productIds, currency, pricesIncludeTax }: SalesMaking, { lines }: DemoJob, id: string) {
  const size = (about: number) => Math.round((about * (0.8 + random.next() * 0.4)) / 10) * 10;
  const discount = random.chance(0.12) ? 500 : 0;
  const made = makeLines(
    act.tx,
    { id, currency, pricesIncludeTax },
    lines.map(({ code, pieces, size: about }) => ({
      productId: productIds.get(code) ?? null,
      pieces,
      discount,
      ...(about && { width: size(about[0]), height: size(about[1]) }),
    })),
  );
  if (made.type !== 'made') throw new Error(`no lines: ${made.code}`);
  return made.lines as readonly DealLineRow[];
}

/** In the middle of its road it is known what is sold. */
function hasCome({ entered }: DealRoad, stages: number): boolean {
  return entered.length > stages / 2;
}

/** Whether a deal must have one of these to be where it is. */
export function asksFor({ pipeline }: SalesMaking, { entered }: DealRoad, fields: readonly AskableField[]): boolean {
  return pipeline.stages
    .slice(0, entered.length)
    .some(({ requiredFields }) => requiredFields.some((field) => fields.includes(field)));
}

function bookAppointment(
  { sales, random, calendar, pipeline }: SalesMaking,
  { status, entered }: DealRoad,
): DemoDeal['appointment'] {
  const stage = entered.length - 1;
  const next = sales.appointments.find(({ stages }) => stages.includes(stage));
  if (status !== 'open' || !next) return undefined;
  // Where nobody stays for more than a day it is for today.
  const isBrief = pipeline.stages[stage]?.rottingDays === 1;
  return { ...next, at: calendar.book(isBrief ? 0 : random.pick([0, 0, 1, 1, 2, 3, 4, 6]), next.minutes) };
}

/** When the client was or will be visited, and when the work was or will be done. */
function momentsOf(
  { calendar }: SalesMaking,
  { status, entered, closedAt }: DealRoad,
  appointment: DemoDeal['appointment'],
): Partial<DealRow> {
  const atQuarter = (moment: number) => Math.floor(calendar.atWork(moment) / (15 * minute)) * 15 * minute;
  const [, second, third] = entered;
  const visited = second !== undefined && third !== undefined ? { visitAt: atQuarter(Math.round((second + third) / 2)) } : {};
  const worked = status === 'won' && closedAt !== null ? { workAt: atQuarter(closedAt - 120 * minute) } : {};
  if (!appointment) return { ...visited, ...worked };
  const { kind, at, type, minutes } = appointment;
  if (kind === 'work') return { ...visited, workAt: at, workMinutes: minutes };
  return { visitAt: at, leaveAt: leaveFor({ type, at }) };
}

/** When to set off for an appointment; null where nobody has to. */
export function leaveFor({ type, at }: Pick<DemoAppointment, 'type'> & { readonly at: number }): number | null {
  return type === 'visit' ? at - driveMinutes * minute : null;
}

function goAlong({ act, pipeline, lostReasons, random, say }: SalesMaking, deal: DealRow, road: DealRoad): DealRow {
  let at = deal;
  const change = (changes: Partial<DealRow>) => {
    at = changeRecord(act, dealRecord, { id: deal.id, changes }) ?? at;
  };
  for (const [index, entered] of road.entered.entries()) {
    const stage = pipeline.stages[index];
    if (stage && index > 0) change({ stageId: stage.id, stageSince: entered, updatedAt: entered });
  }
  const { status, closedAt } = road;
  if (status === 'won') change({ status, closedAt, updatedAt: closedAt ?? act.at });
  if (status === 'lost') {
    const reason = lostReasons.length > 0 ? random.pickCommon(lostReasons).id : null;
    const lostNote = road.lostNote ? say(road.lostNote) : '';
    change({ status, closedAt, lostReasonId: reason, lostNote, updatedAt: closedAt ?? act.at });
  }
  return at;
}
