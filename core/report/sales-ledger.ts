import { filterKey } from '#shared/filter/filter-key.ts';
import type { Billed, SalesRow } from '#shared/report/contract.ts';

/** Deals closed alike, counted together. */
export interface Closed {
  readonly status: 'won' | 'lost';
  readonly currency: string;
  readonly count: number;
  /** Minor units, of the won. */
  readonly amount: number;
  /** Milliseconds from beginning to closing, of all of them. */
  readonly time: number;
}

interface Entry {
  /** How often each spelling is met. */
  readonly spellings: Map<string, number>;
  leads: number;
  accepted: number;
  deals: number;
  lost: number;
  won: number;
  wonTime: number;
  readonly bills: Map<string, { count: number; amount: number }>;
}

const dayLength = 86_400_000;

/** Counts sales by a key. With `isText` spellings that people take for the same are one, called as it is spelt most. */
export class SalesLedger {
  readonly #entries = new Map<string, Entry>();
  readonly #isText: boolean;
  readonly #countsLeads: boolean;

  constructor({ isText = false, countsLeads }: { readonly isText?: boolean; readonly countsLeads: boolean }) {
    this.#isText = isText;
    this.#countsLeads = countsLeads;
  }

  /** Makes sure of a row, also where nothing was sold. */
  open(key: string): void {
    this.#entry(key, 0);
  }

  addLeads(key: string, { leads, accepted }: { readonly leads: number; readonly accepted: number }): void {
    const entry = this.#entry(key, leads);
    entry.leads += leads;
    entry.accepted += accepted;
  }

  addBegun(key: string, deals: number): void {
    this.#entry(key, deals).deals += deals;
  }

  addClosed(key: string, { status, currency, count, amount, time }: Closed): void {
    const entry = this.#entry(key, count);
    if (status === 'lost') {
      entry.lost += count;
      return;
    }
    entry.won += count;
    entry.wonTime += time;
    const bill = entry.bills.get(currency);
    entry.bills.set(currency, { count: (bill?.count ?? 0) + count, amount: (bill?.amount ?? 0) + amount });
  }

  rows(): SalesRow[] {
    return [...this.#entries.values()].map((entry) => {
      const [[key] = ['']] = [...entry.spellings].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
      return this.#toRow(key, entry);
    });
  }

  #entry(written: string, weight: number): Entry {
    const spelling = this.#isText ? written.trim() : written;
    const key = this.#isText ? filterKey(spelling) : spelling;
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { spellings: new Map(), leads: 0, accepted: 0, deals: 0, lost: 0, won: 0, wonTime: 0, bills: new Map() };
      this.#entries.set(key, entry);
    }
    entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + weight);
    return entry;
  }

  #toRow(key: string, { leads, accepted, deals, won, lost, wonTime, bills }: Entry): SalesRow {
    return {
      key,
      name: '',
      leads: this.#countsLeads ? leads : null,
      accepted: this.#countsLeads ? accepted : null,
      deals,
      won,
      lost,
      conversion: won + lost === 0 ? null : won / (won + lost),
      sums: toBilled(bills),
      averageDays: won === 0 ? null : wonTime / won / dayLength,
    };
  }
}

/** Sums by currency with the average of each, the commonest first. */
export function toBilled(bills: ReadonlyMap<string, { readonly count: number; readonly amount: number }>): Billed[] {
  return [...bills]
    .map(([currency, { count, amount }]) => ({ currency, count, amount, average: Math.round(amount / count) }))
    .toSorted((one, other) => other.count - one.count || (one.currency < other.currency ? -1 : 1));
}
