import { join } from 'node:path';
import { plainBackups } from '#core/backup/backup-file.ts';
import { isThere } from '#core/backup/places.ts';
import type { Places } from '#core/backup/places.ts';

/** Ids of places with backups of this data that anybody could read: where a disk is away, as it was when it was there last. */
export async function findPlainPlaces({ all, shop, plain }: Places): Promise<readonly string[]> {
  const found = await Promise.all(
    all.map(async (place) =>
      (await isThere(place, shop)) ? (await plainBackups(join(place.path, shop))).length > 0 : plain.includes(place.id),
    ),
  );
  return all.filter((_, index) => found[index]).map(({ id }) => id);
}
