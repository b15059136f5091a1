import { useMemo } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import type { Wording } from '#renderer/card/history/value-text.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useBranches, useBranchName } from '#renderer/sync/use-branches.ts';

/** What values of the history are put into words with. */
export function useWording(): Wording {
  const t = useText();
  const format = useFormat();
  const nameOf = usePersonName();
  const hasBranches = useBranches().length > 0;
  const nameOfBranch = useBranchName();
  const branchName = hasBranches ? nameOfBranch : undefined;
  return useMemo(() => ({ t, format, nameOf, branchName }), [t, format, nameOf, branchName]);
}
