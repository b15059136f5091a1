import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError, inspectSource, readSource } from './index.ts';
import { brokenFiles } from './testing/broken-files.ts';
import { readAllRows } from './testing/sample-files.ts';

// Ceilings far above what is used (half a second and 200 MB at worst on two quiet cores), far below what a bomb would take.
const maxMilliseconds = 20_000;
const maxGrownBytes = 900 * 1024 * 1024;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartera-broken-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a file is refused for, reading it to the end; undefined when it is not refused. */
async function findRefusal(path: string): Promise<unknown> {
  try {
    for await (const rows of readSource(path, {})) if (rows.length === 0) return 'an empty batch';
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('broken files', () => {
  const all = [...brokenFiles()];

  it('are a hundred or more, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all)('$name is refused as $codes', { timeout: maxMilliseconds * 2 }, async ({ name, content, codes }) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const refusal = await findRefusal(path);
    expect(refusal).toBeInstanceOf(SourceError);
    expect(codes).toContain((refusal as SourceError).code);
    expect((refusal as SourceError).detail['file']).toBe(path);
    expect(performance.now() - start).toBeLessThan(maxMilliseconds);
    expect(process.memoryUsage().rss - before).toBeLessThan(maxGrownBytes);
    // A look at the file may succeed where only its far end is broken, but never fails in another way.
    const look = await inspectSource(path, {}).catch((error: unknown) => error);
    if (look instanceof Error) expect(look).toBeInstanceOf(SourceError);
    await rm(path);
  });

  it('that are no files are not found', async () => {
    await mkdir(join(folder, 'folder.xlsx'));
    expect(await findRefusal(join(folder, 'folder.xlsx'))).toMatchObject({ code: 'notFound' });
    expect(await findRefusal(join(folder, 'nowhere.csv'))).toMatchObject({ code: 'notFound' });
  });

  it('say which sheet is not there', async () => {
    const path = join(folder, 'flat.ods');
    await writeFile(path, '<?xml version="1.0"?><office:document><table:table table:name="A"/></office:document>');
    await expect(inspectSource(path, { sheet: 'B' })).rejects.toMatchObject({ code: 'sheetNotFound', detail: { sheet: 'B' } });
  });

  it('do not include a list of which only the header is there', async () => {
    const path = join(folder, 'header.csv');
    await writeFile(path, 'Name;Phone\r\n');
    expect(await readAllRows(path)).toEqual([{ line: 1, cells: ['Name', 'Phone'] }]);
  });

  it('do not include a list with a few zero bytes', async () => {
    const path = join(folder, 'zeros.csv');
    await writeFile(path, 'Name;Phone\r\nAna\0\0;600\r\n'.padEnd(300, 'Luz;1\r\n'));
    expect((await readAllRows(path))[1]?.cells).toEqual(['Ana', '600']);
  });
});
