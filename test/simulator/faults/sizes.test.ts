import { describe, expect, it } from 'vitest';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import type { HttpReply } from '#core/sync/office-http.ts';
import { changeRecord, createRecord } from '#core/records/write.ts';
import { countWaiting } from '#core/sync/seal-batch.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Company } from '#test/simulator/company.ts';
import { frameBytes } from '#shared/sync/protocol.ts';
import { createFrameCollector, cutFrames } from '#wire/frames.ts';

useTemplates();

/** Rows of a kind that has next to nothing, so that their number is what is tried. */
function makeMany({ office }: Company, count: number) {
  const type = recordTypeNamed('lost_reason');
  office.core.store.performNow({ actor: office.core.owner(), kind: 'import', subject: '' }, (act) => {
    for (let index = 0; index < count; index += 1)
      createRecord(act, type, { id: `many-${index}`, name: `reason ${index}`, position: index, archivedAt: null } as never);
  });
}

describe('sizes', () => {
  it('24 a note of 16 MB, an import of fifty thousand rows, and a proxy that answers 413', async () => {
    const company = await openCompany();
    const { a, b, office, sync } = company;
    const { id } = await a.client.contact.create({ givenName: 'Rosa' });
    const note = 'äbc '.repeat(4 * 1024 * 1024);
    a.core.store.performNow({ actor: a.core.owner(), kind: 'update', subject: '' }, (act) =>
      changeRecord(act, recordTypeNamed('party'), { id, changes: { notes: note } as never }),
    );
    expect((await sync(a)).type).toBe('equal');
    expect((await sync(b)).type).toBe('equal');
    expect(b.connection.readColumn('SELECT length(notes) FROM party WHERE id = ?').get(id)).toBe(note.length);
    makeMany(company, 50_000);
    expect((await sync(office)).type).toBe('equal');
    const [row] = await company.hub
      .store()
      .read((tx) => tx.all<{ n: number }>("SELECT count(*) AS n FROM record WHERE type = 'lost_reason'"));
    expect(row?.n).toBeGreaterThanOrEqual(50_000);
    const message = Buffer.alloc(3 * frameBytes, 'x');
    const collector = createFrameCollector({ maxBytes: 10 * frameBytes });
    const sizes: number[] = [];
    const carrier = createHttpCarrier({
      addresses: ['http://office'],
      pause: () => Promise.resolve(),
      ask({ body }): Promise<HttpReply> {
        if (!body) return Promise.resolve({ type: 'nobody' });
        if (body.length > 100_000) return Promise.resolve({ type: 'tooLargeForProxy' });
        sizes.push(body.length);
        const collected = collector.add(body);
        if (collected.type === 'waiting')
          return Promise.resolve({ type: 'missing', hash: collected.hash, positions: collected.missing } as HttpReply);
        const answer = cutFrames(Buffer.from('taken'), frameBytes)[0];
        return Promise.resolve({ type: 'answer', bytes: Buffer.from(answer ?? []) });
      },
    });
    expect(await carrier.carry(message)).toEqual({ type: 'answered', bytes: Buffer.from('taken') });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000);
  }, 180_000);

  it('25 sixty thousand changes waiting go in batches, and a branch begins with them from nothing', async () => {
    const company = await openCompany();
    const { office, sync } = company;
    makeMany(company, 60_000);
    expect(countWaiting(office.connection)).toBe(60_000);
    expect((await sync(office)).type).toBe('equal');
    expect(countWaiting(office.connection)).toBe(0);
    const fresh = await company.join('fresh', company.branchA);
    expect(fresh.connection.readColumn("SELECT count(*) FROM lost_reason WHERE id LIKE 'many-%'").get()).toBe(60_000);
    expect((await sync(fresh)).type).toBe('equal');
  }, 180_000);
});
