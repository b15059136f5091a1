/** The inbox of conflicts. */
export const conflictsPath = '/conflicts';
/** What head office refused. */
export const refusedPath = '/conflicts?tab=refused';

/** The conflicts of one record. */
export function conflictsOf(recordId: string): string {
  return `${conflictsPath}?record=${encodeURIComponent(recordId)}`;
}
