import { Button, Group, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { exampleFolder } from '#renderer/backup/example-folder.ts';
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
  const t = useText();
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
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') add.mutate();
  };
  const refusal = refusalOf(add.error);
  return (
    <form onSubmit={onSubmit}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          label={t('backup.place.path')}
          placeholder={exampleFolder}
          maxLength={1000}
          value={path}
          error={refusal && t(refusal, { example: exampleFolder })}
          onChange={(event) => {
            setPath(event.currentTarget.value);
            add.reset();
          }}
        />
        <Button type="submit" variant="default" loading={add.isPending} disabled={path.trim() === ''}>
          <Message id="backup.place.add" />
        </Button>
      </Group>
    </form>
  );
}

function refusalOf(error: unknown): MessageKey | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return undefined;
  return refusals[(error.data as { readonly code: string }).code];
}
