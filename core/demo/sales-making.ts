import { createDemoCalendar } from '#core/demo/demo-calendar.ts';
import type { DemoCalendar } from '#core/demo/demo-calendar.ts';
import type { DemoSales, InFive } from '#core/demo/demo-sales-words.ts';
import { makeAddress } from '#core/demo/demo-party.ts';
import { homeLocale } from '#core/demo/generate-demo.ts';
import type { DemoLocale } from '#core/demo/locale.ts';
import { localPrice } from '#core/demo/price-level.ts';
import { createRandom } from '#core/demo/random.ts';
import type { Random } from '#core/demo/random.ts';
import { garageSales } from '#core/demo/sales-garage.ts';
import { onlineSales } from '#core/demo/sales-online.ts';
import { otherSales } from '#core/demo/sales-other.ts';
import { salonSales } from '#core/demo/sales-salon.ts';
import { wholesaleSales } from '#core/demo/sales-wholesale.ts';
import { windowsSales } from '#core/demo/sales-windows.ts';
import { addReadyPipeline } from '#core/pipeline/commands.ts';
import { firstPipeline, readLostReasons } from '#core/pipeline/queries.ts';
import { createProduct, usualPriceList } from '#core/product/commands.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
import { decodeRow } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { currencyOfCountry } from '#shared/money/money.ts';
import type { LostReason, Pipeline } from '#shared/pipeline/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

const salesByTrade: Readonly<Record<Settings['trade'], DemoSales>> = {
  windows: windowsSales,
  salon: salonSales,
  wholesale: wholesaleSales,
  garage: garageSales,
  online: onlineSales,
  other: otherSales,
};

/** What all invented sales of a shop go by. */
export interface SalesMaking {
  readonly act: Act;
  readonly random: Random;
  readonly sales: DemoSales;
  readonly pipeline: Pipeline;
  readonly lostReasons: readonly LostReason[];
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly calendar: DemoCalendar;
  /** Those who buy, each taken once before anybody comes again. */
  readonly nextClient: () => Party;
  readonly productIds: ReadonlyMap<string, string>;
  readonly locale: DemoLocale;
  /** A text in the shop's language. */
  readonly say: (text: InFive) => string;
}

interface MakingOptions {
  readonly seed: number;
  /** Clients are those who were added after this rowid. */
  readonly afterParty: number;
}

/** More aren't looked at. */
const mostClients = 600;

/** Adds the products of the shop's trade and gathers what its sales go by; undefined where there is nobody to sell to. */
export function beginSales(act: Act, { seed, afterParty }: MakingOptions): SalesMaking | undefined {
  const settings = readSettings(act.tx);
  const { language, trade, country } = settings;
  const random = createRandom(seed);
  const locale = homeLocale({ country, language });
  const clients = clientsNearby(act, afterParty, locale);
  if (clients.length === 0) return undefined;
  const sales = salesByTrade[trade];
  const currency = settings.currency || currencyOfCountry(country);
  let next = 0;
  return {
    act,
    random,
    sales,
    pipeline: firstPipeline(act.tx) ?? addReadyPipeline(act, trade, language),
    lostReasons: readLostReasons(act.tx),
    currency,
    pricesIncludeTax: settings.pricesIncludeTax,
    calendar: createDemoCalendar({
      now: act.at,
      timeZone: timeZoneOf(settings.timeZone),
      hours: settings.workingHours,
      random,
    }),
    nextClient: () => clients[next++ % clients.length] as Party,
    productIds: addProducts(act, sales, (text) => text[language]),
    locale,
    say: (text) => text[language],
  };
}

/** Makes what a shop has before it sells, and keeps when invented sales are taken away. */
export function prepareForSales(act: Act) {
  const { trade, language } = readSettings(act.tx);
  if (!firstPipeline(act.tx)) addReadyPipeline(act, trade, language);
  usualPriceList(act);
}

/** A street and house number of the shop's town. */
export function streetIn({ random, locale }: SalesMaking): string {
  return makeAddress({ random, locale }, townOf(locale), '').street ?? '';
}

function addProducts(act: Act, sales: DemoSales, say: (text: InFive) => string): ReadonlyMap<string, string> {
  const { id: priceListId, currency } = usualPriceList(act);
  const ids = sales.products.map(({ code, name, kind, unit, euros }) => {
    const sold = { name: say(name), kind, unit, prices: [{ priceListId, amount: localPrice(euros, currency) }] };
    const coded = createProduct(act, { ...sold, code });
    // The shop has something else of this code.
    const outcome = coded.type === 'codeTaken' ? createProduct(act, sold) : coded;
    if (outcome.type !== 'saved') throw new Error(`no product ${code}: ${outcome.type}`);
    return [code, outcome.product.id] as const;
  });
  return new Map(ids);
}

/** Those of the shop's own town; where there are none, all. */
function clientsNearby(act: Act, afterParty: number, locale: DemoLocale): readonly Party[] {
  const parties = act.tx
    .read<[number, number], Record<string, unknown>>('SELECT * FROM party WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(afterParty, mostClients)
    .map((row) => decodeRow(partyRecord, row));
  const { region } = townOf(locale);
  const nearby = parties.filter(
    ({ phones, addresses, kind, doNotContact }) =>
      phones[0]?.e164?.startsWith(`+${locale.phones.callingCode}`) &&
      addresses.every((address) => address.region === region) &&
      doNotContact.length === 0 &&
      (kind === 'client' || kind === 'lead'),
  );
  return nearby.length > 0 ? nearby : parties;
}

function townOf(locale: DemoLocale) {
  const [town] = locale.cities;
  if (!town) throw new Error('a country without towns');
  return town;
}
