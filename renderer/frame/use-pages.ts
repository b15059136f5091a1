import { useOpenConflicts } from '#renderer/conflict/use-conflicts.ts';
import { railItems } from '#renderer/frame/rail-items.ts';
import type { RailItem } from '#renderer/frame/rail-items.ts';
import { useMe } from '#renderer/people/use-me.ts';
import { useSync } from '#renderer/sync/use-sync.ts';

/** The pages that whoever works in this window may go to, also those the shop has taken out of the menu. */
export function usePages(): readonly RailItem[] {
  const me = useMe();
  const role = useSync()?.role ?? 'alone';
  const hasConflicts = useOpenConflicts() > 0;
  return railItems.filter(
    ({ permission, isOffices = false, isCompanys = false }) =>
      (!isOffices || role === 'office') &&
      (!isCompanys || role !== 'alone' || hasConflicts) &&
      (permission === undefined || me?.permissions.includes(permission) === true),
  );
}
