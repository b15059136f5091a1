import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFigure } from '#test/bench/figure.ts';
import { describeFigures, keepFigures } from '#test/bench/report.ts';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'cartera-bench-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const rate = (value: number) => ({ unit: 'rows/s', value }) as const;
const spread = (p50: number, p99: number) => ({ unit: 'ms', p50, p99 }) as const;

describe('figures of the benchmark', () => {
  it('are met when each part of their goal is', () => {
    const goal = { ratio: 2, atMost: 10 };
    expect(toFigure('search', { ours: spread(1, 9), ceiling: spread(1, 5), goal })).toMatchObject({ ratio: 1.8, met: true });
    expect(toFigure('search', { ours: spread(1, 11), ceiling: spread(1, 9), goal }).met).toBe(false);
    expect(toFigure('search', { ours: spread(1, 9), ceiling: spread(1, 4), goal }).met).toBe(false);
  });

  it('say of a rate how many times slower it is', () => {
    expect(toFigure('import', { ours: rate(5000), ceiling: rate(10_000), goal: { atLeast: 6000 } })).toMatchObject({
      ratio: 2,
      met: false,
    });
  });

  it('are told when they got more than a quarter worse, by the middle', () => {
    const path = join(directory, 'kept.json');
    const of = (ours: number, p99: number) => [toFigure('list', { ours: spread(ours, p99), ceiling: spread(1, 1) })];
    expect(keepFigures(path, of(2, 3))).toEqual([]);
    expect(keepFigures(path, of(2.4, 30))).toEqual([]);
    expect(keepFigures(path, of(3.1, 3))).toEqual(['list: 3.10 times its ceiling, 2.40 the last time']);
  });

  it('make a table', () => {
    const lines = describeFigures([toFigure('list', { ours: spread(0.5, 12), goal: { atMost: 10 } })]).split('\n');
    expect(lines.at(-1)).toContain('| 0.500 / 12.0 ms |');
    expect(lines.at(-1)).toContain('NOT MET');
  });
});
