import { ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconDeviceUsb, IconFolder, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { faultMessage } from '#renderer/backup/fault-message.ts';
import { formatSize } from '#renderer/backup/format-size.ts';
import { PlaceForm } from '#renderer/backup/PlaceForm.tsx';
import type { BackupPlace } from '#shared/backup/contract.ts';

interface BackupPlacesProps {
  readonly places: readonly BackupPlace[];
  readonly canChange: boolean;
}

/** The folders that backups go to, and how it stands with each. */
export function BackupPlaces({ places, canChange }: BackupPlacesProps) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        <Message id="backup.places" />
      </Title>
      {places.map((place) => (
        <PlaceRow key={place.id} place={place} canChange={canChange} />
      ))}
      {canChange && <PlaceForm />}
    </Stack>
  );
}

function PlaceRow({ place, canChange }: { readonly place: BackupPlace; readonly canChange: boolean }) {
  const t = useText();
  const queries = useQueryClient();
  const { id, path, isDefault } = place;
  const remove = useMutation({
    mutationFn: () => client.backup.removePlace({ id }),
    onSuccess: () => {
      notifyDone('backup.place.removed');
      void queries.invalidateQueries({ queryKey: api.backup.key() });
    },
  });
  const label = t('backup.place.remove', { path });
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      {isDefault ? <IconFolder size={20} aria-hidden /> : <IconDeviceUsb size={20} aria-hidden />}
      <Stack gap={0} flex={1}>
        <Text style={{ overflowWrap: 'anywhere' }}>{isDefault ? <Message id="backup.place.here" /> : path}</Text>
        <PlaceState place={place} />
        {place.isReadable && (
          <Text size="sm" c="orange">
            <Message id="backup.place.readable" />
          </Text>
        )}
      </Stack>
      {canChange && !isDefault && (
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} loading={remove.isPending} onClick={() => remove.mutate()}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

function PlaceState({ place }: { readonly place: BackupPlace }) {
  const t = useText();
  const format = useFormat();
  const { language } = useSettings();
  const { path, isDefault, isThere, isSameDisk, free, lastAt, fault } = place;
  if (!isThere)
    return (
      <Text size="sm" c="orange">
        <Message id="backup.place.away" />
      </Text>
    );
  if (fault !== null)
    return (
      <Text size="sm" c="red">
        <Message id={faultMessage(fault)} values={{ place: path }} />
      </Text>
    );
  const parts = [
    ...(lastAt === null ? [] : [t('backup.last', { when: format.dateTime(lastAt) })]),
    ...(free === null ? [] : [t('backup.place.free', { size: formatSize(free, language) })]),
    ...(isSameDisk && !isDefault ? [t('backup.place.sameDisk')] : []),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}
