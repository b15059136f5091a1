import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { generateDemo } from '#core/demo/generate-demo.ts';
import { changesInBatch } from '#shared/sync/protocol.ts';
import { pack } from '#shared/sync/pack.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { createClock } from '#shared/sync/stamp.ts';
import { dice } from '#test/factories/dice.ts';
import { createIdentityKeys, publicKeysOf } from '#wire/keys.ts';
import { sealRequest } from '#wire/seal.ts';

const opened = 1_700_000_000_000;
const roll = dice(7);
let wall = opened;
const clock = createClock('a7f3k2xx', () => wall);

function idAt(time: number, sequence = randomBytes(4).readUInt32BE() >>> 1): string {
  return v7({ msecs: time, random: randomBytes(16), seq: sequence });
}
/** Elements of lists have an id each. */
function withIds(elements: readonly object[] = []): readonly object[] {
  return elements.map((element) => ({ id: randomBytes(6).toString('hex'), ...element }));
}

const branchId = idAt(opened);
const owners = [idAt(opened), idAt(opened), idAt(opened)];
const nothing = {
  nickname: '',
  middleName: '',
  birthday: null,
  name: '',
  legalName: '',
  industry: '',
  taxId: '',
  deletedAt: null,
};

/** Clients of a shop. @param pause how many milliseconds pass at most before the next one is put in */
function* clients(count: number, pause: number): Generator<RecordChange> {
  const records = generateDemo({
    seed: 3,
    contacts: count,
    companiesPerContact: 0,
    country: 'ES',
    trade: 'salon',
    language: 'es',
  });
  let serial = 0;
  for (const { type, input, phones } of records) {
    if (type !== 'contact') continue;
    serial += 1;
    wall += Math.floor((pause * roll(1000)) / 1000);
    const { emails, addresses, messengers, ...rest } = input;
    const lists = { phones: withIds(phones), emails: withIds(emails), addresses: withIds(addresses), webPages: [], groups: [] };
    const own = { branchId, ownerId: owners[serial % 3], sharedWith: [], createdAt: wall, updatedAt: wall };
    const fields = { type, ...nothing, ...rest, ...lists, messengers: withIds(messengers), ...own };
    const id = pause > 1 ? idAt(wall) : idAt(wall, serial);
    yield { type: 'party', id, base: clock.next(), gone: null, stamps: {}, fields, seen: {}, by: 'Ana' };
  }
}

/** One field each of clients of all years, by three people during some weeks. */
function editsOf(changes: readonly RecordChange[], count: number): readonly RecordChange[] {
  const step = Math.floor(changes.length / count);
  return Array.from({ length: count }, (_, index): RecordChange => {
    const edited = changes[(index * 7919 * step) % changes.length] ?? changes[0];
    wall += 20_000 + roll(1_200_000);
    const stamp = clock.next();
    const values: readonly (readonly [string, unknown])[] = [
      ['notes', `Prefers mornings, call before ${8 + roll(9)}`],
      ['kind', ['client', 'lead', 'partner'][roll(3)]],
      ['preferredChannel', ['call', 'email', 'sms'][roll(3)]],
      ['phones', edited?.fields['phones']],
    ];
    const [field, value] = values[roll(4)] ?? ['kind', 'client'];
    return {
      type: 'party',
      id: edited?.id ?? '',
      base: null,
      gone: null,
      by: ['Ana', 'Luis', 'Eva'][roll(3)] ?? '',
      stamps: { [field]: stamp, updatedAt: stamp },
      fields: { [field]: value, updatedAt: wall },
      seen: { [field]: edited?.base ?? '' },
    };
  });
}

const keys = createIdentityKeys();
function sealedBytes(changes: readonly RecordChange[]): number {
  let bytes = 0;
  for (let start = 0; start < changes.length; start += changesInBatch) {
    const body = { kind: 'sync', changes: pack(changes.slice(start, start + changesInBatch)) };
    const to = { id: branchId, keys: publicKeysOf(keys) };
    bytes += sealRequest({ company: branchId, from: { id: branchId, keys }, to, incarnation: branchId, body }).bytes.length;
  }
  return bytes;
}

/** A tenth of what there may be, for time. */
const count = 10_000;
const imported = [...clients(count, 1)];
const typed = [...clients(count, 1_500_000)];

describe('what travels of 100,000 clients', () => {
  it('is at most 10 MB when they were imported', () => {
    expect(sealedBytes(imported) / count).toBeLessThanOrEqual(90);
  });

  it('is at most 10 MB when each was typed in at its own time, over years', () => {
    expect(sealedBytes(typed) / count).toBeLessThanOrEqual(100);
  });
});

describe('what travels of a change', () => {
  it.each([500, 2000])('is at most 60 bytes among %i', (among) => {
    for (const changes of [imported, typed]) expect(sealedBytes(editsOf(changes, among)) / among).toBeLessThanOrEqual(60);
  });
});
