import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { FolderForm } from '#renderer/backup/FolderForm.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const refusals: Readonly<Record<string, MessageKey>> = {
  notAbsolute: 'backup.refused.notAbsolute',
  notThere: 'backup.refused.notThere',
  notFolder: 'backup.refused.notFolder',
  withinData: 'backup.refused.withinData',
  notWritable: 'backup.refused.notWritable',
  alreadyThere: 'backup.refused.alreadyThere',
};

/** Names one more folder for backups. */
export function PlaceForm() {
  const queries = useQueryClient();
  const [path, setPath] = useState('');
  const add = useMutation({
    mutationFn: () => client.backup.addPlace({ path: path.trim() }),
    onSuccess: (place) => {
      notifyDone('backup.place.added', { path: place.path });
      setPath('');
      void queries.invalidateQueries({ queryKey: api.backup.key() });
    },
    // What went wrong stands in the form.
    onError: () => undefined,
  });
  return (
    <FolderForm
      label="backup.place.path"
      action="backup.place.add"
      path={path}
      isPending={add.isPending}
      refusal={refusalOf(add.error)}
      onChange={(typed) => {
        setPath(typed);
        add.reset();
      }}
      onSubmit={() => add.mutate()}
    />
  );
}

function refusalOf(error: unknown): MessageKey | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return undefined;
  return refusals[(error.data as { readonly code: string }).code];
}
