import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { momentText } from '#renderer/sync/sync-words.ts';
import { useBranchName, useBranches } from '#renderer/sync/use-branches.ts';
import { useSync } from '#renderer/sync/use-sync.ts';

/** `otherBranch(branchId)`: "Branch 3, as of 14:05" for what belongs elsewhere; null for what is one's own, and without branches. */
export function useOtherBranch(): (branchId: string | null) => string | null {
  const t = useText();
  const format = useFormat();
  const status = useSync();
  const hasBranches = useBranches().length > 0;
  const nameOf = useBranchName();
  return (branchId) => {
    if (status === undefined || !hasBranches || branchId === status.branchId) return null;
    const branch = nameOf(branchId);
    const knownAt = status.equalAt ?? status.heardAt;
    if (branch === '' || knownAt === null || status.role === 'office') return branch || null;
    return t('sync.asOf', { branch, when: momentText(knownAt, { format }) });
  };
}
