import type { Histogram } from '#office/metrics/registry.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

/** The same store, with how long its transactions take, the waiting for one another included. */
export function timedStore(store: OfficeStore, histogram: Histogram): OfficeStore {
  async function timed<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      histogram.observe((performance.now() - began) / 1000, { kind });
    }
  }
  return {
    transaction: (work) => timed('write', () => store.transaction(work)),
    read: (work) => timed('read', () => store.read(work)),
    compact: () => store.compact(),
    close: () => store.close(),
  };
}
