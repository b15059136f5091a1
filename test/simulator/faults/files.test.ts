import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileExchange, hasGapBefore, FileDone } from '#core/sync/file-exchange.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Company } from '#test/simulator/company.ts';
import type { Copy } from '#test/simulator/copy.ts';
import type { SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { openBundle } from '#wire/bundle-file.ts';
import { createBundleWriter } from '#wire/bundle-writer.ts';

useTemplates();

const countAt = ({ connection }: Copy) => connection.readColumn<[], number>('SELECT count(*) FROM party').get();
const cursorOf = ({ connection }: Copy) => readSyncState(connection, 'cursor')?.position ?? 0;

/** What head office says to a copy from where it is, page by page, as it goes into a file. */
async function answersFor(company: Company, copy: Copy): Promise<readonly SyncResponse[]> {
  const answers: SyncResponse[] = [];
  const epoch = readSyncState(copy.connection, 'cursor')?.epoch ?? null;
  const line = readSyncState(copy.connection, 'line');
  for (let cursor = cursorOf(copy); ;) {
    const request = {
      kind: 'sync',
      protocol: 1,
      schema: 1,
      program: '1',
      at: company.now(),
      epoch,
      cursor,
      acknowledged: { counter: line?.counter ?? 0, hash: line?.hash ?? '' },
      batch: null,
      waiting: 0,
      records: 3,
    } as SyncRequest;
    const answer = await company.hub.answer({ device: copy.device, incarnation: line?.incarnation ?? '' }, request);
    if (answer.kind !== 'sync' || !answer.page) throw new Error(JSON.stringify(answer));
    answers.push(answer);
    cursor = answer.page.next;
    if (cursor === answer.page.head) return answers;
  }
}

async function takeIn(company: Company, copy: Copy, answers: readonly SyncResponse[]) {
  try {
    return await company.sync(copy, { exchange: fileExchange(copy.core.store, answers) });
  } catch (error) {
    if (!(error instanceof FileDone)) throw error;
    return null;
  }
}

describe('files', () => {
  it('33 bundles that are missing, replayed, late, cut short, tampered with or of another company do no harm', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    for (let index = 0; index < 12; index += 1) await b.client.contact.create({ givenName: `R${index}` });
    await sync(b);
    const answers = await answersFor(company, a);
    expect(answers.length).toBeGreaterThan(3);
    const before = cursorOf(a);
    expect(hasGapBefore(answers.slice(2), before)).toBe(true);
    await takeIn(company, a, answers.slice(2));
    expect([cursorOf(a), countAt(a)]).toEqual([before, 0]);
    await takeIn(company, a, [...answers.slice(0, 2), ...answers.slice(0, 2)]);
    const half = cursorOf(a);
    expect(half).toBeGreaterThan(before);
    await takeIn(company, a, answers.toReversed());
    expect(countAt(a)).toBe(12);
    const end = cursorOf(a);
    await takeIn(company, a, answers.slice(0, 2));
    expect([cursorOf(a), countAt(a)]).toEqual([end, 12]);

    const path = company.directory('office.cartera');
    const writer = createBundleWriter(path, {
      kind: 'bundle',
      company: 'company',
      from: 'office',
      to: a.device,
      madeAt: company.now(),
      number: 1,
      counters: null,
      cursors: null,
    } as never);
    for (const answer of answers) writer.add(Buffer.from(JSON.stringify(answer)));
    writer.finish();
    const bytes = readFileSync(path);
    const codeOf = (changed: Uint8Array, of = 'company') => {
      writeFileSync(`${path}.changed`, changed);
      const opened = openBundle(`${path}.changed`, { kind: 'bundle', company: of });
      return opened.type === 'fault' ? opened.code : opened.type;
    };
    expect(codeOf(bytes)).toBe('opened');
    expect(codeOf(bytes.subarray(0, bytes.length - 20))).toBe('truncated');
    const tampered = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    tampered[middle] = (tampered[middle] ?? 0) ^ 1;
    expect(codeOf(tampered)).toBe('tampered');
    expect(codeOf(bytes, 'another')).toBe('wrongCompany');
    expect(await company.settle()).toEqual([]);
  });
});
