import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Figure, Measured } from '#test/bench/figure.ts';

/** How much worse (by ratio, of the middle where there is one) than the last time is worth saying. */
const worseBy = 1.25;

type Kept = Readonly<Record<string, Figure>>;

/** A table for a terminal, or for Markdown where asked. */
export function describeFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.work,
    describe(figure.ours),
    figure.ceiling === null ? '' : describe(figure.ceiling),
    figure.ratio === null ? '' : figure.ratio.toFixed(2),
    figure.goal,
    figure.goal === '' ? '' : figure.met ? 'met' : 'NOT MET',
  ]);
  const table = [['Work', 'Ours', 'Ceiling', 'Ratio', 'Goal', 'Met'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length), 3));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/**
 * Keeps the figures for the next run, beside those of parts not run now.
 * @returns what got worse, a line each
 */
export function keepFigures(path: string, figures: readonly Figure[]): readonly string[] {
  const last: Kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : {};
  mkdirSync(dirname(path), { recursive: true });
  const kept = { ...last, ...Object.fromEntries(figures.map((figure) => [figure.work, figure])) };
  writeFileSync(path, JSON.stringify(kept, null, 2));
  return figures.flatMap((figure) => {
    const before = last[figure.work];
    const [ratio, ratioBefore] = [middleRatioOf(figure), before ? middleRatioOf(before) : null];
    if (ratioBefore === null || ratio === null || ratio <= ratioBefore * worseBy) return [];
    return [`${figure.work}: ${ratio.toFixed(2)} times its ceiling, ${ratioBefore.toFixed(2)} the last time`];
  });
}

/** The slowest hundredth differs too much from one run to the next to tell what got worse. */
function middleRatioOf({ ours, ceiling, ratio }: Figure): number | null {
  return ours.unit === 'ms' && ceiling?.unit === 'ms' ? ours.p50 / ceiling.p50 : ratio;
}

function describe(measured: Measured): string {
  if (measured.unit === 'ms') return `${milliseconds(measured.p50)} / ${milliseconds(measured.p99)} ms`;
  const unit = measured.unit.replace(' at once', '');
  return `${measured.value >= 100 ? Math.round(measured.value).toLocaleString('en') : measured.value.toFixed(1)} ${unit}`;
}

function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
