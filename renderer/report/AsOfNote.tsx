import { Alert, Anchor, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { lateBranches } from '#renderer/report/late-branches.ts';
import { momentText } from '#renderer/sync/sync-words.ts';
import { useNow } from '#renderer/task/use-now.ts';
import type { BranchAsOf } from '#shared/report/as-of.ts';

const mostNamed = 5;

/** Up to when a report knows what branches did: above it, so that nobody takes a number for whole that isn't. */
export function AsOfNote({ asOf }: { readonly asOf: readonly BranchAsOf[] }) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const canManage = useCan('branch.manage');
  const { late, silent, since } = lateBranches(asOf, now);
  const named = (branches: readonly BranchAsOf[], words: (branch: BranchAsOf) => string) => [
    ...branches.slice(0, mostNamed).map(words),
    ...(branches.length > mostNamed ? [`+${String(branches.length - mostNamed)}`] : []),
  ];
  return (
    <>
      {late.length > 0 && (
        <Alert color="orange" icon={<IconClockExclamation aria-hidden />} title={t('branch.asOf.late', { count: late.length })}>
          {named(late, ({ name, heardAt }) =>
            t('sync.asOf', { branch: name, when: momentText(heardAt ?? 0, { format, now }) }),
          ).join(' · ')}
          {canManage && (
            <>
              {' '}
              <Anchor component={Link} href="/branches" inherit c="inherit" underline="always">
                {t('branch.section.open')}
              </Anchor>
            </>
          )}
        </Alert>
      )}
      {late.length === 0 && since !== null && (
        <Text size="sm" c="dimmed">
          {t('branch.asOf.all', { when: momentText(since, { format, now }) })}
        </Text>
      )}
      {silent.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('branch.asOf.nothing', { branches: named(silent, ({ name }) => name).join(', ') })}
        </Text>
      )}
    </>
  );
}
