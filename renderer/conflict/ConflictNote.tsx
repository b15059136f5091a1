import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { conflictsOf } from '#renderer/conflict/conflict-path.ts';
import { useOpenConflicts } from '#renderer/conflict/use-conflicts.ts';

/** On a card: that something of it was written in two places at once. Nothing where nothing was. */
export function ConflictNote({ recordId }: { readonly recordId: string }) {
  const t = useText();
  const enabled = useOpenConflicts() > 0;
  const { data } = useQuery(api.conflict.list.queryOptions({ input: { recordId, limit: 1 }, enabled }));
  const count = enabled ? (data?.total ?? 0) : 0;
  if (count === 0) return null;
  return (
    <Button
      component={Link}
      href={conflictsOf(recordId)}
      size="compact-sm"
      variant="light"
      color="orange"
      flex="none"
      leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
    >
      {t('conflict.link', { count })}
    </Button>
  );
}
