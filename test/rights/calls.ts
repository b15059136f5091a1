import type { Client } from '#test/factories/clients.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { NamedProcedure } from '#test/api/walk-contract.ts';
import { answerText } from '#test/rights/answer-text.ts';
import { anyInput } from '#test/rights/walk.ts';
import type { Pool } from '#test/rights/walk.ts';

/** These answer through threads, which take a moment to begin. */
const slow = new Set([
  'party.list',
  'party.words',
  'party.changeMany',
  'party.deleteMany',
  'party.restoreMany',
  'party.purgeMany',
  'deal.changeMany',
  'history.undo',
  'document.download',
  'party.exportList',
  'document.readyTemplate',
  'privacy.erase',
]);
/** What isn't about the shop's records: the network, the disk, who is signed in, and what never ends by itself. */
const apart =
  /^(demo|backup|branch|encryption|repair|sync|session|import|export|event|job|audit|entrance)\.|^settings\.|^people\.|^privacy\.(erase|export|setPurposes)$|^lead\.(import|inbox)$|^pipeline\.(create|update|delete|addReady|setLostReasons)$|^automation\.(create|update|delete|installProcess)$|^customField\.(create|update|delete)|^document\.(addTemplate|readyTemplate|setSeries)/;
const walked = allProcedures().filter(({ name }) => !apart.test(name));
export const isReading = ({ meta, name }: NamedProcedure) =>
  /\.see(All)?$/.test(meta.permission ?? '') && name !== 'notice.markRead';
const reads = walked.filter(isReading);
const writes = walked.filter((one) => !isReading(one));
export const walkedNames = walked.map(({ name }) => name);

export interface Call {
  readonly procedure: NamedProcedure;
  readonly input: unknown;
}

export interface Choosing {
  /** How many reads. */
  readonly reads?: number;
  /** One world in so many also calls what answers through a thread. */
  readonly slowOneIn?: number;
}

export function chooseCalls(pool: Pool, { reads: count = 8, slowOneIn = 10 }: Choosing): readonly Call[] {
  const isSlow = pool.roll(slowOneIn) === 0;
  const among = reads.filter(({ name }) => isSlow || !slow.has(name));
  return Array.from({ length: count }, () => {
    const procedure = among[pool.roll(among.length)]!;
    return { procedure, input: anyInput(procedure, pool) };
  });
}

export function chooseWrite(pool: Pool, isSlow: boolean): Call {
  const among = writes.filter(({ name }) => isSlow || !slow.has(name));
  const procedure = among[pool.roll(among.length)]!;
  return { procedure, input: anyInput(procedure, pool) };
}

/** What is answered, or refused, as text. */
export async function ask(client: Client, { procedure, input }: Call): Promise<string> {
  const call = procedure.path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client) as (
    input: unknown,
  ) => Promise<unknown>;
  return answerText(await call(input).catch((error: unknown) => error));
}
