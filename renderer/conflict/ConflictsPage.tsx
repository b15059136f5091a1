import { Alert, Anchor, Group, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import { conflictsPath } from '#renderer/conflict/conflict-path.ts';
import { Conflicts } from '#renderer/conflict/Conflicts.tsx';
import classes from '#renderer/conflict/Conflicts.module.css';
import { typeLabel } from '#renderer/conflict/record-words.ts';
import { RefusedChanges } from '#renderer/conflict/RefusedChanges.tsx';
import { useOpenConflicts } from '#renderer/conflict/use-conflicts.ts';
import { useSync } from '#renderer/sync/use-sync.ts';
import { conflictStatuses } from '#shared/conflict/conflict.ts';

const types = ['party', 'deal', 'deal_line', 'task', 'lead', 'activity', 'product', 'document', 'link'] as const;

/** What was written in two places at once, and what head office refused: nothing is lost, people decide. */
export function ConflictsPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const open = useOpenConflicts();
  const refused = useSync()?.refused ?? 0;
  const tab = search.get('tab') ?? 'open';
  const status = conflictStatuses.find((known) => known === tab) ?? 'open';
  const recordType = types.find((known) => known === search.get('kind'));
  const recordId = search.get('record') ?? undefined;
  const isRefused = tab === 'refused';
  const goTo = (changes: Readonly<Record<string, string>>) =>
    setSearch(
      (now) => {
        const entries = Object.entries({ ...Object.fromEntries(now), ...changes }).filter(([, value]) => value !== '');
        return new URLSearchParams(entries);
      },
      { replace: true },
    );
  const tabs = [...conflictStatuses, ...(refused > 0 || isRefused ? (['refused'] as const) : [])];
  return (
    <section className={classes.page} aria-label={t('nav.conflicts')}>
      <Group gap="sm" align="baseline">
        <Title order={1} size="h3">
          {t('nav.conflicts')}
        </Title>
        <Text c="dimmed" role="status">
          {t('conflict.count', { count: open })}
        </Text>
      </Group>
      <Text c="dimmed">{t('conflict.text')}</Text>
      <Group gap="xs">
        <SegmentedControl
          aria-label={t('conflict.tabs')}
          data={tabs.map((value) => ({ value, label: t(`conflict.tab.${value}`) }))}
          value={isRefused ? 'refused' : status}
          onChange={(value) => goTo({ tab: value === 'open' ? '' : value })}
        />
        {!isRefused && (
          <Select
            aria-label={t('conflict.kind')}
            placeholder={t('conflict.kind.all')}
            w={220}
            clearable
            data={types.map((value) => ({ value, label: typeLabel({ recordType: value }, t) }))}
            value={recordType ?? null}
            onChange={(kind) => goTo({ kind: kind ?? '' })}
          />
        )}
      </Group>
      {recordId !== undefined && !isRefused && (
        <Alert color="gray" p="xs">
          <Anchor component={Link} href={conflictsPath}>
            {t('conflict.kind.all')}
          </Anchor>
        </Alert>
      )}
      {isRefused ? (
        <RefusedChanges />
      ) : (
        <Conflicts
          key={`${status} ${recordType ?? ''} ${recordId ?? ''}`}
          wanted={{
            status,
            ...(recordType === undefined ? {} : { recordType }),
            ...(recordId === undefined ? {} : { recordId }),
          }}
        />
      )}
    </section>
  );
}
