export type Level = 'debug' | 'info' | 'warn' | 'error';

/** What a line may say: names, numbers and codes. Never a key, a code of an invitation, or anything of a customer. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export interface LogOptions {
  /** Takes a whole line, its end included. */
  readonly write: (line: string) => void;
  /** Lines below this one are left out. */
  readonly level: Level;
  readonly now: () => number;
}

const weights: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Writes one JSON object a line, so that any program that collects logs can read them. */
export function createLog({ write, level: lowest, now }: LogOptions): Log {
  const say =
    (level: Level) =>
    (event: string, facts: Facts = {}) => {
      if (weights[level] < weights[lowest]) return;
      write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`);
    };
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}

/** What an error may say in the log: what kind it is and where it arose, not its message, which may hold data. */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as NodeJS.ErrnoException).code ?? null;
  const place = /\(?((?:file:)?\/[^\s()]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.[1] ?? null;
  return { error: error.name, code, place };
}
