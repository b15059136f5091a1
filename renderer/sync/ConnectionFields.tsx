import { Select, Stack, Switch, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { notifyError } from '#renderer/app/notify.ts';
import type { Translate } from '#renderer/app/text.ts';
import { useText } from '#renderer/app/text.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

type Changes = Parameters<typeof client.sync.update>[0];

/** Seconds between exchanges that are offered. */
const intervals = [15, 60, 300, 900, 3600, 14_400, 86_400] as const;

/** Where head office is reached, and when; each is saved as soon as it is changed. */
export function ConnectionFields({ status }: { readonly status: SyncStatus }) {
  const t = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(status.addresses.join('\n'));
  const save = useMutation({
    mutationFn: (changes: Changes) => client.sync.update(changes),
    onSuccess: (next) => queries.setQueryData(api.sync.status.queryKey(), next),
    onError: (error) => {
      if (refusedField(error) === null) notifyError(error);
    },
  });
  const addresses = typed
    .split(/[\s,;]+/)
    .filter((address) => address !== '')
    .map((address) => (address.includes('://') ? address : `http://${address}`));
  const saveAddresses = () => {
    if (addresses.join() !== status.addresses.join()) save.mutate({ addresses });
  };
  const offered = [...new Set([...intervals, status.intervalSeconds])].sort((one, other) => one - other);
  return (
    <Stack gap="sm">
      <Textarea
        label={t('sync.addresses')}
        description={t('sync.addresses.text')}
        autosize
        minRows={2}
        spellCheck={false}
        maxLength={2000}
        value={typed}
        error={refusedField(save.error) === 'addresses' ? t('sync.addresses.refused') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={saveAddresses}
      />
      <Switch
        label={t('sync.automatic')}
        description={t('sync.automatic.text')}
        checked={status.automatic}
        onChange={(event) => save.mutate({ automatic: event.currentTarget.checked })}
      />
      {status.automatic && (
        <Select
          label={t('sync.interval')}
          maw={280}
          allowDeselect={false}
          data={offered.map((seconds) => ({ value: String(seconds), label: intervalText(seconds, t) }))}
          value={String(status.intervalSeconds)}
          onChange={(seconds) => save.mutate({ intervalSeconds: Number(seconds) })}
        />
      )}
    </Stack>
  );
}

function intervalText(seconds: number, t: Translate): string {
  if (seconds % 3600 === 0) return t('sync.interval.hours', { count: seconds / 3600 });
  return seconds % 60 === 0
    ? t('sync.interval.minutes', { count: seconds / 60 })
    : t('sync.interval.seconds', { count: seconds });
}
