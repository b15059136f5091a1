import { createClock } from '#shared/sync/stamp.ts';
import type { Stamp } from '#shared/sync/stamp.ts';
import type { ScopePolicy } from '#shared/sync/scope-rules.ts';
import type { Company } from '#office/company/company.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** Who writes: a device, or head office itself. */
export interface Writer {
  /** Null is head office, which may write all. */
  readonly branchId: string | null;
  readonly incarnation: string | null;
  /** Up to where the writer has what head office sent. */
  readonly cursor: number;
  /** A shop that joins: what only head office writes may come from it, as long as it is new. */
  readonly brings: boolean;
}

/** Head office itself, as for conflicts. */
export const officeItself: Writer = { branchId: null, incarnation: null, cursor: 0, brings: false };

/** One transaction that writes records, with the company locked. */
export interface Work {
  readonly tx: OfficeTx;
  readonly writer: Writer;
  readonly now: number;
  policy: ScopePolicy;
  nextSeq(): number;
  /** A stamp of head office's own, later than those given. */
  nextStamp(...after: readonly Stamp[]): Stamp;
  /** The company as it is after all that was done. */
  company(): Company;
}

interface Beginning {
  /** As `lockCompany` gave it. */
  readonly company: Company;
  readonly writer: Writer;
  readonly now: number;
}

export function beginWork(tx: OfficeTx, { company, writer, now }: Beginning): Work {
  let { seq, lastStamp } = company;
  const clock = createClock(company.clockPart, () => now);
  if (lastStamp !== '') clock.observe(lastStamp);
  const work: Work = {
    tx,
    writer,
    now,
    policy: company.policy,
    nextSeq: () => ++seq,
    nextStamp(...after) {
      for (const stamp of after) clock.observe(stamp);
      return (lastStamp = clock.next());
    },
    company: () => ({ ...company, seq, lastStamp, policy: work.policy }),
  };
  return work;
}
