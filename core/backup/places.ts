import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '#core/backup/disk.ts';
import { newId } from '#core/records/new-id.ts';

// Which folders backups go to is kept beside the database, not in it: it has to be known when the database is damaged.

const placesSchema = z.object({
  /** The folder of this data within each place, so that several computers can share one. */
  shop: z.string().regex(/^cartera-[0-9a-f]{8}$/),
  places: z.array(z.object({ id: z.string(), path: z.string() })),
  /** Ids of those that had backups that aren't encrypted when they were there last. */
  plain: z.array(z.string()).optional(),
});

export interface Place {
  readonly id: string;
  readonly path: string;
}

export interface Places {
  readonly shop: string;
  /** The one within the data folder comes first. */
  readonly all: readonly Place[];
  /** Ids of those that had backups that aren't encrypted when they were there last. */
  readonly plain: readonly string[];
}

export const defaultPlaceId = 'here';

/** Reads where backups go; a data folder that was never asked gets a name for them. */
export function readPlaces(dataDirectory: string): Places {
  const kept = readKept(dataDirectory) ?? writeKept(dataDirectory, { shop: `cartera-${newId().slice(-8)}`, places: [] });
  const all = [{ id: defaultPlaceId, path: join(dataDirectory, 'backups') }, ...kept.places];
  return { shop: kept.shop, all, plain: kept.plain ?? [] };
}

/** Keeps which places have backups that aren't encrypted, for when their disk is away. */
export function notePlainPlaces(dataDirectory: string, plain: readonly string[]) {
  const { shop, all, plain: before } = readPlaces(dataDirectory);
  if (plain.join() !== before.join()) writeKept(dataDirectory, { shop, places: all.slice(1), plain: [...plain] });
}

export type PlaceAdded =
  | { readonly type: 'added'; readonly place: Place }
  | {
      readonly type: 'refused';
      readonly code: 'notAbsolute' | 'notThere' | 'notFolder' | 'withinData' | 'notWritable' | 'alreadyThere';
    };

/** Has backups go to one more folder, which must be there. */
export function addPlace(dataDirectory: string, path: string): PlaceAdded {
  if (path !== resolve(path) && path !== `${resolve(path)}${sep}`) return { type: 'refused', code: 'notAbsolute' };
  const folder = resolve(path);
  const { shop, all, plain } = readPlaces(dataDirectory);
  const info = statSync(folder, { throwIfNoEntry: false });
  if (!info) return { type: 'refused', code: 'notThere' };
  if (!info.isDirectory()) return { type: 'refused', code: 'notFolder' };
  if (`${folder}${sep}`.startsWith(`${resolve(dataDirectory)}${sep}`)) return { type: 'refused', code: 'withinData' };
  if (all.some((place) => place.path === folder)) return { type: 'refused', code: 'alreadyThere' };
  try {
    // By this folder it is told later whether the disk is there: the folder it is mounted on may be there without it.
    mkdirSync(join(folder, shop), { recursive: true });
  } catch {
    return { type: 'refused', code: 'notWritable' };
  }
  const place = { id: newId(), path: folder };
  writeKept(dataDirectory, { shop, places: [...all.slice(1), place], plain: [...plain] });
  return { type: 'added', place };
}

/** @returns false when there is none of this id that could be removed */
export function removePlace(dataDirectory: string, id: string): boolean {
  const { shop, all, plain } = readPlaces(dataDirectory);
  const others = all.slice(1);
  if (!others.some((place) => place.id === id)) return false;
  writeKept(dataDirectory, { shop, places: others.filter((place) => place.id !== id), plain: [...plain] });
  return true;
}

/** Whether a backup could be written there now. */
export async function isThere({ id, path }: Place, shop: string): Promise<boolean> {
  if (id === defaultPlaceId) return true;
  return await stat(join(path, shop)).then(
    () => true,
    () => false,
  );
}

/** Those of all places where one could be written now. */
export async function placesThere({ all, shop }: Places): Promise<readonly Place[]> {
  const there = await Promise.all(all.map((place) => isThere(place, shop)));
  return all.filter((_, index) => there[index]);
}

function pathOfKept(dataDirectory: string): string {
  return join(dataDirectory, 'backup-places.json');
}

function readKept(dataDirectory: string): z.infer<typeof placesSchema> | null {
  try {
    return placesSchema.parse(JSON.parse(readFileSync(pathOfKept(dataDirectory), 'utf8')));
  } catch {
    return null;
  }
}

function writeKept(dataDirectory: string, kept: z.infer<typeof placesSchema>): z.infer<typeof placesSchema> {
  mkdirSync(dataDirectory, { recursive: true });
  writeWhole(pathOfKept(dataDirectory), JSON.stringify(kept));
  return kept;
}
