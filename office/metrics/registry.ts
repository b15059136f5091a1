/** Counts, gauges and spreads in the text format of Prometheus. */
export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  add(amount: number, labels?: Labels): void;
}

export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

export interface Registry {
  counter(name: string, help: string): Counter;
  /** `read` is asked when the figures are. */
  gauge(name: string, help: string, read: () => number | readonly (readonly [Labels, number])[]): void;
  /** `bounds` in the unit of the values, ascending. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  text(): string;
}

interface Spread {
  readonly labels: Labels;
  readonly counts: number[];
  sum: number;
  count: number;
}

export function createRegistry(): Registry {
  const families: (() => string[])[] = [];
  return {
    counter(name, help) {
      const sums = new Map<string, number>();
      families.push(() => [
        ...head(name, help, 'counter'),
        ...(sums.size === 0 ? [`${name} 0`] : [...sums].map(([labels, sum]) => `${name}${labels} ${sum}`)),
      ]);
      return {
        add(amount, labels = {}) {
          const key = written(labels);
          sums.set(key, (sums.get(key) ?? 0) + amount);
        },
      };
    },
    gauge(name, help, read) {
      families.push(() => {
        const value = read();
        const lines = typeof value === 'number' ? [[{}, value] as const] : value;
        return [...head(name, help, 'gauge'), ...lines.map(([labels, number]) => `${name}${written(labels)} ${number}`)];
      });
    },
    histogram(name, help, bounds) {
      const spreads = new Map<string, Spread>();
      families.push(() => [
        ...head(name, help, 'histogram'),
        ...[...spreads.values()].flatMap((spread) => linesOf(name, bounds, spread)),
      ]);
      return {
        observe(value, labels = {}) {
          const key = written(labels);
          let spread = spreads.get(key);
          if (!spread) spreads.set(key, (spread = { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }));
          const bucket = bounds.findIndex((bound) => value <= bound);
          if (bucket >= 0) spread.counts[bucket] = (spread.counts[bucket] ?? 0) + 1;
          spread.sum += value;
          spread.count += 1;
        },
      };
    },
    text: () => `${families.flatMap((family) => family()).join('\n')}\n`,
  };
}

function head(name: string, help: string, type: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function linesOf(name: string, bounds: readonly number[], { labels, counts, sum, count }: Spread): string[] {
  let below = 0;
  const buckets = bounds.map((bound, index) => {
    below += counts[index] ?? 0;
    return `${name}_bucket${written({ ...labels, le: String(bound) })} ${below}`;
  });
  return [
    ...buckets,
    `${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${written(labels)} ${sum}`,
    `${name}_count${written(labels)} ${count}`,
  ];
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => escapes[sign] ?? '')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
