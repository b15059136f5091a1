export interface Rate {
  /** How many at once after a rest. */
  readonly burst: number;
  /** How many come back each second. */
  readonly perSecond: number;
}

export interface TokenBuckets {
  /** Takes one; false when there is none. */
  take(key: string): boolean;
  /** Whether one could be taken. */
  has(key: string): boolean;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** At most so many are remembered: more addresses than this at once, and the ones seen longest ago begin anew. */
const remembered = 10_000;

/** Lets each key (an address, a device) do so much in a time. `now` in milliseconds, of a clock that only goes forward. */
export function createTokenBuckets({ burst, perSecond }: Rate, now: () => number): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  function filled(key: string): Bucket {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    buckets.delete(key);
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(key, bucket);
    if (buckets.size > remembered) buckets.delete(buckets.keys().next().value ?? '');
    return bucket;
  }
  return {
    take(key) {
      const bucket = filled(key);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    has: (key) => filled(key).tokens >= 1,
  };
}
