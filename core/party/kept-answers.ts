/** Answers that take long to work out and stay right until something is saved. */
export interface KeptAnswers<Answer> {
  /** The answer to what `key` stands for: kept, or made by `make`. */
  get(key: string, make: () => Promise<Answer>): Promise<Answer>;
  /** Something was saved: what is kept may be wrong from now on. */
  outdate(): void;
}

export interface KeepOptions {
  /** Beyond so many, the one longest unused goes. */
  readonly most: number;
  /** An answer that takes longer than this (ms) to make anew is given as it was, while the new one is made; Infinity: never. */
  readonly patience: number;
  /** Called when a new answer is there after an old one was given. */
  readonly onRenewed: () => void;
}

interface Kept<Answer> {
  readonly answer: Answer;
  readonly version: number;
}

export function keepAnswers<Answer>({ most, patience, onRenewed }: KeepOptions): KeptAnswers<Answer> {
  const kept = new Map<string, Kept<Answer>>();
  const underWay = new Map<string, Promise<Kept<Answer>>>();
  let version = 0;

  function keep(key: string, made: Kept<Answer>) {
    kept.delete(key);
    kept.set(key, made);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
  function makeAnew(key: string, make: () => Promise<Answer>): Promise<Kept<Answer>> {
    const running = underWay.get(key);
    if (running) return running;
    const startedAt = version;
    const making = make()
      .then((answer) => {
        const made = { answer, version: startedAt };
        keep(key, made);
        return made;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  }
  async function get(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const held = kept.get(key);
    if (held?.version === version) {
      keep(key, held);
      return held.answer;
    }
    const wanted = version;
    const making = makeAnew(key, make);
    const made = held && patience < Infinity ? await Promise.race([making, wait(patience)]) : await making;
    if (made) return made.version >= wanted ? made.answer : get(key, make);
    void making.then(onRenewed).catch(() => undefined);
    return (held ?? (await making)).answer;
  }
  return { get, outdate: () => void (version += 1) };
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());
}
