import { openCore } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createRandom } from '#core/demo/random.ts';
import type { Random } from '#core/demo/random.ts';
import type { CallContext } from '#core/procedure.ts';

/** What the parts that only read work with: the product over a base, and a bare connection to the same file. */
export interface Reading {
  readonly context: CallContext;
  readonly raw: ReadDb;
  readonly random: Random;
  readonly lastSeq: number;
}

/** Lends out a base for reading, and closes it. */
export async function withReading<Result>(base: string, work: (reading: Reading) => Promise<Result>): Promise<Result> {
  const core = openCore(base);
  const raw = connect(databasePath(base), { readonly: true });
  try {
    const lastSeq = raw.readRaw<[], [number]>('SELECT max(seq) FROM party').get()?.[0] ?? 0;
    const context: CallContext = { core, actor: core.owner(), apiAddress: null };
    return await work({ context, raw, random: createRandom(7), lastSeq });
  } finally {
    raw.close();
    await core.close();
  }
}

/** Rows at random places of the whole base for which `read` has something to say. */
export function pickRows<Picked>(
  { random, lastSeq }: Reading,
  count: number,
  read: (seq: number) => Picked | undefined,
): Picked[] {
  const picked: Picked[] = [];
  while (picked.length < count) {
    const found = read(1 + random.int(lastSeq));
    if (found !== undefined) picked.push(found);
  }
  return picked;
}
