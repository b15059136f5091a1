import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';
import type { Unit } from '#shared/deal/fields.ts';

/** One text in each of the five languages. */
export type InFive = Readonly<Record<Language, string>>;

/** In which order the languages stand in the data files, with bars between them. */
const written = ['en', 'es', 'pt', 'el', 'ru'] as const satisfies readonly Language[];

/** Reads "English|Spanish|Portuguese|Greek|Russian". */
export function inFive(text: string): InFive {
  const parts = text.split('|').map((part) => part.trim());
  if (parts.length !== written.length || parts.includes('')) throw new Error(`not in ${languages.length} languages: ${text}`);
  return Object.fromEntries(written.map((language, index) => [language, parts[index]])) as InFive;
}

export interface DemoProduct {
  readonly code: string;
  readonly name: InFive;
  readonly unit: Unit;
  readonly kind: 'goods' | 'service';
  /** What it costs where people pay in euros. */
  readonly euros: number;
}

/** A line of a job: a product, and how much of it. */
export interface DemoJobLine {
  readonly code: string;
  readonly pieces: number;
  /** Millimetres, where it is made to measure: about this wide and high. */
  readonly size?: readonly [width: number, height: number];
}

/** What somebody buys at once. */
export interface DemoJob {
  /** "{street}", "{car}" and "{number}" are filled in. */
  readonly title: InFive;
  readonly lines: readonly DemoJobLine[];
}

/** What somebody asks for who isn't a client yet. */
export interface DemoAsked {
  readonly title: InFive;
  readonly text: InFive;
}

/** A visit is at the client's; for all else the client comes, or nobody goes anywhere. */
export interface DemoAppointment {
  /** Which of a deal's moments it is. */
  readonly kind: 'visit' | 'work';
  readonly type: 'visit' | 'meeting' | 'todo';
  /** In which stages of the trade's pipeline it is next, counted from 0. */
  readonly stages: readonly number[];
  readonly minutes: number;
  /** "{street}" and "{title}", the deal's, are filled in. */
  readonly title: InFive;
}

/** What a shop of one trade sells, and what it is asked for; the more common comes first. */
export interface DemoSales {
  readonly products: readonly DemoProduct[];
  readonly jobs: readonly DemoJob[];
  readonly asked: readonly DemoAsked[];
  /** Things to do for a deal. */
  readonly todos: readonly InFive[];
  /** What is agreed for a day and an hour. */
  readonly appointments: readonly DemoAppointment[];
}

export function product(code: string, sold: Pick<DemoProduct, 'unit' | 'kind' | 'euros'>, name: string): DemoProduct {
  return { code, name: inFive(name), ...sold };
}

export const goods = (euros: number, unit: Unit = 'piece') => ({ kind: 'goods', unit, euros }) as const;
export const service = (euros: number, unit: Unit = 'service') => ({ kind: 'service', unit, euros }) as const;

/** @param lines "CODE pieces widthxheight", one after another with commas between them */
export function job(title: string, lines: string): DemoJob {
  return { title: inFive(title), lines: lines.split(',').map((line) => readLine(line.trim())) };
}

function readLine(text: string): DemoJobLine {
  const [code = '', pieces = '1', size] = text.split(' ');
  const line = { code, pieces: Number(pieces) };
  if (size === undefined) return line;
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { ...line, size: [width, height] };
}

export function asked(title: string, text: string): DemoAsked {
  return { title: inFive(title), text: inFive(text) };
}
