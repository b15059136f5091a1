import type { Actor } from '#shared/people/permission.ts';
import { reaches } from '#shared/people/rights.ts';
import type { Reach } from '#shared/people/rights.ts';

/** Somebody as far as she may take clients out of the program: of those she sees only what that right reaches. */
export function narrowedToExport(actor: Actor): Actor {
  if (actor.limits === null) return actor;
  const { rights } = actor.limits;
  const { client } = rights.objects;
  const see = smaller(client.see, client.export);
  const objects = { ...rights.objects, client: { ...client, see } };
  return { ...actor, limits: { ...actor.limits, rights: { ...rights, objects } } };
}

function smaller(one: Reach, other: Reach): Reach {
  return reaches.indexOf(one) < reaches.indexOf(other) ? one : other;
}
