import { expect } from 'vitest';
import { docxText } from '#test/factories/docx.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';
import { products, request, site, sizes, staff, sumsWritten } from '#test/walkthrough/steps/shop-data.ts';

/** All that a PDF says, with plain spaces. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return plain((await pdfPages(bytes)).join('\n'));
}

export async function docxPlainText(bytes: Uint8Array): Promise<string> {
  return plain((await docxText(bytes)).join('\n'));
}

/** A quote names the client, each size, and what it comes to, whichever file it is read from. */
export function expectQuote(text: string, number: string) {
  expectAll(text, [
    number,
    request.name,
    '+34 612 34 56 78',
    products.window.name,
    products.work.name,
    ...sizes.flatMap(({ place, width, height }) => [place, String(width), String(height)]),
    sumsWritten.gross,
    '25 November 2026',
    'Half in advance.',
  ]);
}

/** A job sheet says where to be and when, whom to call, and what goes where, but no price. */
export function expectJobSheet(text: string) {
  expectAll(text, [
    request.name,
    '+34 612 34 56 78',
    site.siteAddress,
    '3 Dec 2026, 08:00',
    staff.installer.name,
    ...sizes.flatMap(({ place, width, height }) => [place, String(width), String(height)]),
  ]);
  expect(text).not.toContain('€');
}

const stages = ['Request', 'Measuring', 'Quote', 'Payment', 'Installation', 'Won'];
const stageDays = ['23 Nov 2026', '24 Nov 2026', '25 Nov 2026', '26 Nov 2026', '3 Dec 2026'];

/** The report tells the way of the sale: each stage with its dates, who did what, and what was paid. */
export function expectReport(text: string) {
  expectAll(text, [
    request.name,
    ...stages,
    ...stageDays,
    ...[staff.manager, staff.secondManager, staff.measurer, staff.installer].map(({ name }) => name),
    'Head told',
    sumsWritten.partPayment,
    sumsWritten.gross,
    sumsWritten.rest,
  ]);
}

function expectAll(text: string, facts: readonly string[]) {
  expect(facts.filter((fact) => !text.includes(fact)).map((fact) => `${fact} is not in: ${text}`)).toEqual([]);
}

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
