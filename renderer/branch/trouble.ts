import { ORPCError } from '@orpc/client';

/** Why head office can't begin to answer here, as far as there are words for it. */
const troubles = [
  'portTaken',
  'portForbidden',
  'newer',
  'notOffice',
  'wrongCode',
  'unreachable',
  'notHeadOffice',
  'other',
] as const;
export type Trouble = (typeof troubles)[number];

/** A code of the core as a trouble that can be put into words. */
export function troubleOf(code: string): Trouble {
  return troubles.find((trouble) => trouble === code) ?? 'other';
}

/** Why head office didn't start; null where the error is another. */
export function startTrouble(error: unknown): Trouble | null {
  if (!(error instanceof ORPCError)) return null;
  if (error.code === 'NOT_OFFICE') return 'notOffice';
  if (error.code !== 'CANNOT_START') return null;
  return troubleOf((error.data as { readonly code?: string } | undefined)?.code ?? '');
}
