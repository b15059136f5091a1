import { describe, expect, it } from 'vitest';
import { askOffice } from '#core/sync/ask-office.ts';
import { askingOf } from '#core/sync/synchronise.ts';
import { createLog } from '#office/log/log.ts';
import { startOffice } from '#office/start-office.ts';
import { mark, markedWord, plantMarked } from '#test/factories/plant-marked.ts';
import { exchange, openCompany } from '#test/branches/company-of-two.ts';

describe('head office', () => {
  it('writes nothing of a customer into its log and figures', async () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => void lines.push(line), level: 'debug', now: Date.now });
    const { north, office, address } = await openCompany('private');
    // A second process on the same data, which says all it can say.
    const loud = await startOffice({ dataDirectory: `${office.directory}/office`, port: 0, host: '127.0.0.1', log });
    await north.client.sync.update({ addresses: [loud.address] });
    await plantMarked(north);
    await exchange(north);
    await askOffice(askingOf(north.core.store), { kind: 'sync', batch: markedWord() });
    await askOffice(askingOf(north.core.store), { kind: markedWord() });
    await fetch(`${loud.address}/${markedWord()}?${markedWord()}`, { method: 'POST', body: markedWord() });
    const figures = await (
      await fetch(`${loud.address}/metrics`, { headers: { authorization: `Bearer ${loud.adminKey}` } })
    ).text();
    await loud.close();
    expect(figures).toContain('cartera_changes_total');
    expect(lines.join('')).toContain('"answered"');
    expect(lines.join('')).toContain('"refused"');
    expect(`${figures}${lines.join('')}`).not.toContain(mark);
    expect(address).not.toBe(loud.address);
  });
});
