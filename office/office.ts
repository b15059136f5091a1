import type { ContentStore } from '#office/content/content-store.ts';
import type { Identity } from '#office/enrol/identity.ts';
import type { Limits } from '#office/http/limits.ts';
import type { Log } from '#office/log/log.ts';
import type { OfficeMetrics } from '#office/metrics/office-metrics.ts';
import type { OfficeStore } from '#office/store/office-store.ts';

/** Head office as a running program: what all that it answers has in common. */
export interface Office {
  readonly store: OfficeStore;
  readonly content: ContentStore;
  readonly identity: Identity;
  /** What head office is called. */
  readonly officeName: string;
  /** The program's version. */
  readonly version: string;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: OfficeMetrics;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** How other computers reach it: "https://office.example.com". */
  readonly address: () => string;
}
