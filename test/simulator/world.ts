import type { Chance } from '#test/simulator/chance.ts';
import type { Copy } from '#test/simulator/copy.ts';
import type { Hub } from '#test/simulator/hub.ts';
import type { Ledger } from '#test/simulator/ledger.ts';
import type { Network } from '#test/simulator/network.ts';
import type { Templates } from '#test/simulator/template.ts';

/** When every history begins, UTC milliseconds. */
export const start = Date.UTC(2026, 10, 2, 9);

/** How a company is, and what happens to it. */
export interface Shape {
  readonly branches: number;
  /** The branch of each copy; null is head office. The first is head office's own. */
  readonly copies: readonly (number | null)[];
  readonly steps: number;
  readonly faults: ReadonlySet<FaultKind>;
}

const faultKinds = ['network', 'late', 'crash', 'disk', 'clock', 'backup', 'clone', 'hubBackup'] as const;
type FaultKind = (typeof faultKinds)[number];

/** Most are small, so that many are run; one in a hundred has 8 computers and 500 acts. */
export function shapeOf(seed: number, chance: Chance): Shape {
  const isLarge = seed % 100 === 0;
  const branches = isLarge ? 4 : 2 + chance.roll(2);
  const count = isLarge ? 8 : chance.pick([3, 3, 4, 5]);
  const copies = Array.from({ length: count }, (_, index) =>
    index === 0 ? null : index <= branches ? index - 1 : chance.roll(branches),
  );
  const faults = new Set(faultKinds.filter(() => chance.once(3)));
  return { branches, copies, steps: isLarge ? 500 : 10 + chance.roll(28), faults };
}

/** Everything there is while a seed is run. */
export interface World {
  readonly seed: number;
  readonly chance: Chance;
  readonly directory: string;
  readonly shape: Shape;
  readonly hub: Hub;
  readonly network: Network;
  readonly ledger: Ledger;
  readonly copies: Copy[];
  readonly branchIds: string[];
  readonly templates: Templates;
  readonly trace: string[];
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  operations: number;
  readonly differing: string[];
}

/** Writes down what happens, with when. */
export function tell({ trace, now }: World, line: string) {
  trace.push(`${String(now() - start).padStart(9)} ${line}`);
}
