import { describe, expect, it } from 'vitest';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { createClock, millisecondsOf } from '#shared/sync/stamp.ts';

useTemplates();

const day = 86_400_000;
const notesOf = (copy: Copy, id: string) =>
  copy.connection.readColumn<[string], string>('SELECT notes FROM party WHERE id = ?').get(id);

describe('clocks', () => {
  it('9 a clock one year ahead for a day, then mended, wins over nobody for longer than that', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await b.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    await sync(b);
    await sync(a);
    a.skew = 365 * day;
    await a.client.contact.update({ id, notes: 'from next year' });
    // Sealed and not sent, and another written after it.
    await sync(a, { exchange: (() => Promise.reject(new Error('cut'))) as never }).catch(() => undefined);
    await a.client.contact.update({ id, source: 'also' });
    await sync(a);
    await sync(b);
    expect(notesOf(b, id)).toBe('from next year');
    company.pass(day);
    await b.client.contact.update({ id, notes: 'today' });
    await sync(b);
    await sync(a);
    expect(notesOf(a, id)).toBe('today');
    a.skew = 0;
    company.pass(1000);
    await a.client.contact.update({ id, notes: 'mended' });
    await sync(a);
    await sync(b);
    expect(notesOf(b, id)).toBe('mended');
    const stamps = b.connection.readColumn<[string], string>('SELECT field_stamps FROM party WHERE id = ?').get(id) ?? '{}';
    for (const stamp of Object.values(JSON.parse(stamps) as Record<string, string>))
      expect(millisecondsOf(stamp)).toBeLessThan(company.now() + 60_000);
    expect(await company.settle()).toEqual([]);
  });

  it('10 a clock ten years back, and one put back an hour, still write after what they have seen', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const { id } = await b.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    await sync(b);
    a.skew = -3650 * day;
    await sync(a);
    await a.client.contact.update({ id, notes: 'second' });
    await sync(a);
    await sync(b);
    expect(notesOf(b, id)).toBe('second');
    company.pass(day);
    await b.client.contact.update({ id, notes: 'third' });
    b.skew = -3_600_000;
    await b.client.contact.update({ id, notes: 'an hour later by the clock before' });
    await sync(b);
    await sync(a);
    expect(notesOf(a, id)).toBe('an hour later by the clock before');
    // Not so far ahead that it would be set back.
    b.skew = 0;
    await sync(b);
    b.skew = 30_000;
    await b.client.contact.update({ id, notes: 'half a minute ahead' });
    await sync(b);
    await sync(a);
    company.pass(1000);
    await a.client.contact.update({ id, notes: 'seen, and changed' });
    await sync(a);
    await sync(b);
    expect(notesOf(b, id)).toBe('seen, and changed');
    expect(await company.settle()).toEqual([]);
  });

  it('11 over 65,535 changes in a millisecond have stamps of their own, in their order', async () => {
    const clock = createClock('aaaaaaaa', () => 1000);
    let last = '';
    // One more than fit into a millisecond.
    for (let index = 0; index <= 36 ** 4; index += 1) {
      const stamp = clock.next();
      if (stamp <= last) throw new Error(`${stamp} after ${last}`);
      last = stamp;
    }
    expect(millisecondsOf(last)).toBe(1001);
    const company = await openCompany();
    const { office, b, sync } = company;
    await office.core.store.perform({ actor: office.core.owner(), kind: 'import', subject: '' }, (act) => {
      for (let index = 0; index < 70_000; index += 1) act.nextStamp();
    });
    const { id } = await office.client.product.create({ name: 'x' });
    await sync(office);
    await sync(b);
    expect(b.connection.readColumn('SELECT name FROM product WHERE id = ?').get(id)).toBe('x');
    expect(await company.settle()).toEqual([]);
  });
});
