import { CloseButton, Group, Loader, Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import type { Attaching } from '#renderer/file/attach-files.ts';
import classes from '#renderer/file/Files.module.css';
import { maxFileBytes } from '#shared/file/contract.ts';

interface AttachingListProps {
  readonly attaching: readonly Attaching[];
  readonly onDismiss: (key: string) => void;
}

/** Files on their way, and those that could not be attached. */
export function AttachingList({ attaching, onDismiss }: AttachingListProps) {
  const t = useText();
  return attaching.map(({ key, file, error }) =>
    error === null ? (
      <Group key={key} gap={6} wrap="nowrap" role="status">
        <Loader size={14} />
        <Text size="sm" className={classes.words ?? ''}>
          {t('file.attaching', { name: file.name })}
        </Text>
      </Group>
    ) : (
      <Group key={key} gap={6} wrap="nowrap" role="alert" justify="space-between">
        <Text size="sm" c="var(--mantine-color-error)" className={classes.words ?? ''}>
          {t(error, { name: file.name, megabytes: maxFileBytes / 1024 / 1024 })}
        </Text>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={() => onDismiss(key)} />
      </Group>
    ),
  );
}
