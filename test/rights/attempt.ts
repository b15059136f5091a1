import { ORPCError } from '@orpc/server';
import type { Client } from '#test/factories/clients.ts';
import type { Judged } from '#test/rights/judge.ts';
import type { Governed, Model } from '#test/rights/naive-model.ts';
import type { Pool } from '#test/rights/walk.ts';
import type { World } from '#test/rights/world.ts';

interface Attempt {
  readonly table: Governed;
  readonly action: 'edit' | 'delete';
  readonly id: string;
}

export function chooseAttempt(pool: Pool): Attempt {
  const table = (['party', 'lead', 'deal', 'task'] as const)[pool.roll(4)]!;
  const action = pool.roll(3) === 0 && (table === 'party' || table === 'deal') ? 'delete' : 'edit';
  // What is in the bin isn't changed by anybody.
  const inUse = pool.dump[table]!.filter((row) => (row['deleted_at'] ?? null) === null).map((row) => String(row['id']));
  return { table, action, id: inUse[pool.roll(inUse.length)]! };
}

/** What is allowed is done, and what isn't is refused: as unknown where it isn't seen. */
export async function tryToWrite(
  client: Client,
  { table, action, id }: Attempt,
  { model, tell, rights }: Pick<Judged, 'tell'> & { readonly model: Model; readonly rights: World['rights'] },
) {
  const object = table === 'party' ? 'client' : table;
  const reach = (rights.objects[object] as Readonly<Record<string, string>>)[action];
  const expected =
    reach === 'none'
      ? 'FORBIDDEN'
      : model.seen[table]!.has(id)
        ? model.may(action, table, id)
          ? 'done'
          : 'FORBIDDEN'
        : 'NOT_FOUND';
  const answer = await write(client, { table, action, id }).then(
    () => 'done',
    (error: unknown) => (error instanceof ORPCError ? (error.code as string) : String(error)),
  );
  const isDone = answer === 'done' || /REFUSED|CLOSED|NOT_OPEN/.test(answer);
  if ((isDone ? 'done' : answer) !== expected)
    tell(`${action} ${table}`, `is ${answer} instead of ${expected}`, `${id} ${JSON.stringify(rights)}`);
}

async function write(client: Client, { table, action, id }: Attempt): Promise<unknown> {
  if (table === 'lead') return client.lead.update({ id, companyName: 'other' });
  if (table === 'task') return client.task.update({ id, purpose: 'other' });
  if (table === 'deal') return action === 'edit' ? client.deal.update({ id, channel: 'other' }) : client.deal.delete({ id });
  const isCompany = await client.company.get({ id }).then(
    () => true,
    () => false,
  );
  if (action === 'delete') return isCompany ? client.company.delete({ id }) : client.contact.delete({ id });
  return isCompany ? client.company.update({ id, industry: 'other' }) : client.contact.update({ id, jobTitle: 'other' });
}
