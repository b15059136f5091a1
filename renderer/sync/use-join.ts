import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { askWho } from '#renderer/sync/ask-who.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

export interface CodeGiven {
  readonly code: string;
  readonly address: string;
  readonly computerName: string;
}

export interface BranchFileGiven {
  readonly file: File;
  readonly passphrase: string;
}

/** Makes this copy a computer of a company; what is on the screen is read again afterwards. */
export function useJoin(onJoined: (companyName: string) => void) {
  const queries = useQueryClient();
  const joined = async ({ companyName }: SyncStatus) => {
    askWho();
    await queries.invalidateQueries();
    notifyDone('sync.join.done', { company: companyName });
    onJoined(companyName);
  };
  // What went wrong is told beside the form.
  const onError = () => undefined;
  const byCode = useMutation({
    mutationFn: ({ code, address, computerName }: CodeGiven) =>
      client.sync.join({ code, computerName, ...(address === '' ? {} : { address }) }),
    onSuccess: joined,
    onError,
  });
  const byFile = useMutation({
    mutationFn: (given: BranchFileGiven) => client.sync.openBranchFile(given),
    onSuccess: joined,
    onError,
  });
  return { byCode, byFile };
}
