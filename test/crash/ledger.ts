import type { ReadDb } from '#core/database/connection.ts';

/** What is asked of the database: one value, by one parameter. */
interface Question {
  readonly sql: string;
  readonly parameter: string;
}

export interface Fact extends Question {
  readonly value: unknown;
}

/** An answer that got lost, or came about without being asked for. */
export interface Lost extends Question {
  readonly allowed: readonly unknown[];
  readonly found: unknown;
}

/** What a program answered for; of what it was doing when it was killed, both before and after are right. */
export interface Ledger {
  /** Does what makes these facts so. What was there before and isn't in the ledger is `undefined`. */
  keep<Answer>(facts: readonly Fact[], act: () => Promise<Answer>): Promise<Answer>;
  /** Notes what was answered. */
  note(fact: Fact): void;
  /** Compares with the database; from then on what was found is what has to stay. */
  settle(db: ReadDb): readonly Lost[];
  readonly size: number;
  /** How many writes were answered. */
  readonly answered: number;
}

export function createLedger(): Ledger {
  const entries = new Map<string, Question & { allowed: readonly unknown[] }>();
  let answered = 0;
  const keyOf = ({ sql, parameter }: Question) => `${sql} ${parameter}`;
  const set = ({ sql, parameter }: Question, allowed: readonly unknown[]) =>
    void entries.set(keyOf({ sql, parameter }), { sql, parameter, allowed });
  function note(fact: Fact) {
    set(fact, [fact.value]);
  }
  return {
    async keep(facts, act) {
      for (const fact of facts) set(fact, [...(entries.get(keyOf(fact))?.allowed ?? [undefined]), fact.value]);
      const answer = await act();
      for (const fact of facts) note(fact);
      answered += 1;
      return answer;
    },
    note,
    settle(db) {
      const lost: Lost[] = [];
      for (const entry of entries.values()) {
        const found = db.readColumn<[string], unknown>(entry.sql).get(entry.parameter);
        if (!entry.allowed.includes(found)) lost.push({ ...entry, found });
        entry.allowed = [found];
      }
      return lost;
    },
    get size() {
      return entries.size;
    },
    get answered() {
      return answered;
    },
  };
}
