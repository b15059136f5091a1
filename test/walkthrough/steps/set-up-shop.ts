import { restClient } from '#test/walkthrough/steps/rest-client.ts';
import type { RestClient } from '#test/walkthrough/steps/rest-client.ts';
import { products, shopSettings, staff } from '#test/walkthrough/steps/shop-data.ts';
import type { StaffKey } from '#test/walkthrough/steps/shop-data.ts';
import type { Person } from '#shared/people/contract.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';

export interface Shop {
  readonly ids: Readonly<Record<StaffKey, string>>;
  readonly productIds: Readonly<Record<keyof typeof products, string>>;
  readonly pipelineId: string;
}

/** Adds people, products with prices, and the window shop's process. */
export async function setUpShop(owner: RestClient): Promise<Shop> {
  await owner.send('PATCH', '/settings', shopSettings);
  const hire = async (key: StaffKey, headId?: string) =>
    (await owner.send<Person>('POST', '/people', { ...staff[key], ...(headId !== undefined && { headId }) })).id;
  const head = await hire('head');
  const ids = {
    head,
    manager: await hire('manager', head),
    secondManager: await hire('secondManager', head),
    measurer: await hire('measurer', head),
    installer: await hire('installer', head),
  };
  const productIds = await addProducts(owner);
  const { pipelineId } = await owner.send<{ pipelineId: string }>('POST', '/processes/windows/install', {
    people: {
      manager: [ids.manager, ids.secondManager],
      measurer: [ids.measurer],
      estimator: [ids.secondManager],
      installer: [ids.installer],
    },
    callMinutes: 15,
  });
  return { ids, productIds, pipelineId };
}

async function addProducts(owner: RestClient): Promise<Shop['productIds']> {
  const [list] = await owner.send<PriceList[]>('PUT', '/price-lists', { lists: [{ name: 'Retail', currency: 'EUR' }] });
  const add = async ({ price, ...product }: (typeof products)[keyof typeof products]) =>
    (await owner.send<Product>('POST', '/products', { ...product, prices: [{ priceListId: list?.id, amount: price }] })).id;
  return { window: await add(products.window), work: await add(products.work) };
}

/** Speaks to a host, started anew or not, as each of the staff. */
export function speakAs({ ids }: Shop, host: { readonly url: string; readonly key: string }) {
  const entries = Object.entries(ids).map(([key, id]) => [key, restClient(host, id)]);
  return { owner: restClient(host), ...(Object.fromEntries(entries) as Record<StaffKey, RestClient>) };
}
