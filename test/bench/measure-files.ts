import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { readSource } from '#core/import/readers/index.ts';
import type { CustomerLists } from '#test/bench/customer-list.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { rateOf, timeOf } from '#test/bench/measure.ts';

/** Reading a list's rows, beside the parsers most programs use. */
export async function measureFiles(lists: CustomerLists, rows: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const readers = [
    { work: 'Read xlsx', path: lists.xlsx, ceiling: readWithExcelJs, ratio: 1.5 },
    { work: 'Read csv', path: lists.csv, ceiling: readWithPapaParse, ratio: 3 },
  ];
  for (const { work, path, ceiling, ratio } of readers) {
    const ours = rateOf(rows, await timeOf(() => readWithOurs(path)));
    figures.push(toFigure(work, { ours, ceiling: rateOf(rows, await timeOf(() => ceiling(path))), goal: { ratio } }));
  }
  return figures;
}

async function readWithOurs(path: string): Promise<number> {
  let rows = 0;
  for await (const batch of readSource(path, {})) rows += batch.length;
  return rows;
}

async function readWithExcelJs(path: string): Promise<number> {
  let rows = 0;
  const options = { sharedStrings: 'cache', worksheets: 'emit', styles: 'cache', hyperlinks: 'ignore', entries: 'emit' } as const;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options))
    for await (const row of sheet) rows += Array.isArray(row.values) ? 1 : 0;
  return rows;
}

function readWithPapaParse(path: string): Promise<number> {
  let rows = 0;
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, 'utf8'), {
      step: () => (rows += 1),
      complete: () => resolve(rows),
      error: reject,
    });
  });
}
