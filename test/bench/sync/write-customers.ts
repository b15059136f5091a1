import { changeParty, createParty } from '#core/party/commands.ts';
import { readOwner } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import { editOf, makeCustomers } from '#test/bench/sync/customers.ts';
import type { Customer } from '#test/bench/sync/customers.ts';

const atOnce = 5000;

/** Saves customers as an import does, so many at a time. @returns their ids */
export async function createCustomers(store: Store, count: number): Promise<readonly string[]> {
  const customers = makeCustomers(count);
  const ids: string[] = [];
  await inActs(store, count, (act, index) => {
    const customer = customers[index];
    const created = customer && createParty(act, 'contact', inputOf(customer));
    if (created?.type !== 'created') throw new Error('not created');
    ids.push(created.party.id);
  });
  return ids;
}

/** Changes two fields of each. */
export async function editCustomers(store: Store, ids: readonly string[], round: number): Promise<void> {
  await inActs(store, ids.length, (act, index) => void changeParty(act, ids[index] ?? '', editOf(round, index)));
}

async function inActs(store: Store, count: number, write: (act: Act, index: number) => void) {
  const actor = readOwner(store.db);
  for (let from = 0; from < count; from += atOnce)
    await store.perform({ actor, kind: 'import', subject: '' }, (act) => {
      for (let index = from; index < Math.min(count, from + atOnce); index += 1) write(act, index);
    });
}

function inputOf({ phone, email, street, city, postalCode, ...fields }: Customer) {
  return {
    ...fields,
    phones: [{ raw: phone, e164: phone, extension: '' }],
    emails: [{ address: email }],
    addresses: [{ street, city, postalCode }],
  };
}
