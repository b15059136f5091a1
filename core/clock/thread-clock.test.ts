import { expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const hour = 3_600_000;
const inSomeYears = Date.parse('2031-05-01T12:00:00Z');

it('work in a thread of its own is done at the time of the clock that the core was given', async () => {
  const { core, client } = await openTestCore({}, { clock: createTestClock(inSomeYears) });
  const manyRecords = 1000;
  await core.background.run('demo', core.owner(), { contacts: 3, seed: 1 }, manyRecords);
  const list = new File(['Nombre;Teléfono\nAna Ruiz;625607313\n'], 'lista.csv', { type: 'text/csv' });
  const { fileId } = await client.import.upload({ file: list });
  const columns = [
    { index: 0, header: 'Nombre', target: 'fullName' },
    { index: 1, header: 'Teléfono', target: 'phone' },
  ] as const;
  const { jobId } = await client.import.run({ fileId, mapping: { firstLine: 2, columns: [...columns] }, country: 'ES' });
  await expect.poll(() => core.jobs.get(jobId)?.state, { timeout: 20_000 }).toBe('done');
  const acts = core.store.db.read<[], { kind: string; at: number }>('SELECT kind, at FROM act ORDER BY seq').all();
  expect(acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['demo', 'import']));
  expect(acts.filter(({ at }) => Math.abs(at - inSomeYears) > hour)).toEqual([]);
});
