import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRegistry } from '#office/metrics/registry.ts';
import type { Counter, Histogram } from '#office/metrics/registry.ts';
import type { Overview } from '#shared/sync/office-protocol.ts';

export interface OfficeMetrics {
  readonly requests: Counter;
  readonly faults: Counter;
  readonly bytesIn: Counter;
  readonly bytesOut: Counter;
  /** Changes taken and refused. */
  readonly changes: Counter;
  readonly recordsSent: Counter;
  /** Seconds that an answer took, by kind of question. */
  readonly latency: Histogram;
  /** Seconds of the database's transactions. */
  readonly store: Histogram;
  /** All figures, in Prometheus' text format. */
  text(overview: Overview): string;
  close(): void;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const nanoseconds = 1e9;
/** Milliseconds between looks at how late the program is; what it measures includes them. */
const resolution = 20;

export function createOfficeMetrics(): OfficeMetrics {
  const registry = createRegistry();
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let shown: Overview | null = null;
  const gauge = (name: string, help: string, read: (overview: Overview) => number) =>
    registry.gauge(name, help, () => (shown === null ? 0 : read(shown)));
  const active = ({ devices }: Overview) => devices.filter(({ revokedAt }) => revokedAt === null);
  gauge('cartera_devices', 'Computers that take part', (overview) => active(overview).length);
  gauge(
    'cartera_devices_late',
    'Computers not heard of lately',
    (overview) => active(overview).filter(({ isLate }) => isLate).length,
  );
  gauge('cartera_backlog_records', 'Records still to be fetched, of all computers', (overview) =>
    active(overview).reduce((sum, { backlog }) => sum + (backlog ?? 0), 0),
  );
  gauge('cartera_waiting_changes', 'Changes still to be sent, as computers said', (overview) =>
    active(overview).reduce((sum, { waiting }) => sum + waiting, 0),
  );
  gauge('cartera_quarantined_changes', 'Changes set aside', ({ quarantined }) => quarantined);
  gauge('cartera_open_conflicts', 'Conflicts nobody settled yet', ({ openConflicts }) =>
    openConflicts.reduce((sum, { count }) => sum + count, 0),
  );
  gauge('cartera_sequence', 'What happened last', ({ office }) => office.head);
  registry.gauge('cartera_event_loop_delay_seconds', 'How long the program was held up', () => [
    [{ quantile: '0.5' }, lateness(delay.percentile(50))],
    [{ quantile: '0.99' }, lateness(delay.percentile(99))],
    [{ quantile: '1' }, lateness(delay.max)],
  ]);
  registry.gauge('cartera_memory_bytes', 'Memory of this process', () => process.memoryUsage.rss());
  return {
    requests: registry.counter('cartera_requests_total', 'Questions answered, by kind'),
    faults: registry.counter('cartera_faults_total', 'Questions refused, by code'),
    bytesIn: registry.counter('cartera_received_bytes_total', 'Bytes of bodies received'),
    bytesOut: registry.counter('cartera_sent_bytes_total', 'Bytes of bodies sent'),
    changes: registry.counter('cartera_changes_total', 'Changes pushed by computers, by outcome'),
    recordsSent: registry.counter('cartera_record_changes_sent_total', 'Changes of records sent in pages'),
    latency: registry.histogram('cartera_answer_seconds', 'Time to answer, by kind', seconds),
    store: registry.histogram('cartera_store_seconds', 'Time of transactions, by kind', seconds),
    text(overview) {
      shown = overview;
      const text = registry.text();
      delay.reset();
      return text;
    },
    close: () => delay.disable(),
  };
}

function lateness(measured: number): number {
  return Math.max(0, measured / nanoseconds - resolution / 1000);
}
