import { Button, FileButton, Group, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { IconDeviceDesktopPlus, IconFileUpload, IconPlus } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { BranchForm } from '#renderer/branch/BranchForm.tsx';
import { BranchList } from '#renderer/branch/BranchList.tsx';
import classes from '#renderer/branch/Branches.module.css';
import { summarize, totalsOf } from '#renderer/branch/branch-summary.ts';
import { CompanyRules } from '#renderer/branch/CompanyRules.tsx';
import { ConnectDialog } from '#renderer/branch/ConnectDialog.tsx';
import { HubStrip } from '#renderer/branch/HubStrip.tsx';
import { NotTaken } from '#renderer/branch/NotTaken.tsx';
import { OfficeFailed } from '#renderer/branch/OfficeFailed.tsx';
import { OpenCodes } from '#renderer/branch/OpenCodes.tsx';
import { TotalsLine } from '#renderer/branch/TotalsLine.tsx';
import { useHub, useOverview } from '#renderer/branch/use-branches.ts';
import { takeBundle } from '#renderer/sync/take-bundle.ts';
import type { Branch } from '#shared/branch/branch.ts';

const tabs = ['list', 'notTaken', 'rules'] as const;
type Asked = ComponentProps<typeof ConnectDialog>['asked'];

/** All branches at a glance, what of them waits to be decided, and who sees what. */
export function HeadOffice({ companyName }: { readonly companyName: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const { branches, overview } = useOverview();
  const [edited, setEdited] = useState<Branch | 'new' | null>(null);
  const [connecting, setConnecting] = useState<Asked>(null);
  const hasBranches = (branches.data ?? []).length > 0;
  const tab = (hasBranches ? tabs.find((one) => one === search.get('tab')) : undefined) ?? 'list';
  const { data } = overview;
  const hub = useHub().data;
  // Then the strip says why nothing is known.
  const isStopped = hub !== undefined && hub.isHere && !hub.isRunning;
  const summaries = branches.data === undefined || data === undefined ? null : summarize(branches.data, data);
  const onAdd = () => setEdited('new');
  const firstOpen = branches.data?.find(({ archivedAt }) => archivedAt === null)?.id ?? null;
  return (
    <section className={classes.page} aria-label={t('nav.branches')}>
      <Head companyName={companyName} onConnect={() => setConnecting({ branchId: firstOpen })} onAdd={onAdd} />
      <HubStrip companyName={companyName} />
      {overview.isError && !isStopped && <OfficeFailed error={overview.error} onRetry={() => void overview.refetch()} />}
      {data !== undefined && summaries !== null && hasBranches && <TotalsLine totals={totalsOf(summaries, data)} />}
      {hasBranches && (
        <SegmentedControl
          aria-label={t('branch.tabs')}
          style={{ alignSelf: 'flex-start' }}
          data={tabs.map((value) => ({ value, label: t(`branch.tab.${value}`, { count: data?.quarantined ?? 0 }) }))}
          value={tab}
          onChange={(value) => setSearch(value === 'list' ? {} : { tab: value }, { replace: true })}
        />
      )}
      {tab === 'list' && (
        <>
          {summaries === null && !overview.isError && <Skeleton height={260} />}
          {summaries !== null && (
            <BranchList
              summaries={summaries}
              version={data?.office.version ?? ''}
              onAdd={onAdd}
              onEdit={setEdited}
              onConnect={(branchId) => setConnecting({ branchId })}
            />
          )}
          <OpenCodes />
        </>
      )}
      {tab === 'notTaken' && <NotTaken />}
      {tab === 'rules' && <CompanyRules />}
      <BranchForm
        branch={edited}
        onClose={() => setEdited(null)}
        onAdded={(added) => setConnecting({ branchId: added.id, added })}
      />
      <ConnectDialog asked={connecting} branches={branches.data ?? []} onClose={() => setConnecting(null)} />
    </section>
  );
}

interface HeadProps {
  readonly companyName: string;
  readonly onConnect: () => void;
  readonly onAdd: () => void;
}

function Head({ companyName, onConnect, onAdd }: HeadProps) {
  const t = useText();
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={1} size="h2">
          <Message id="nav.branches" />
        </Title>
        <Text c="dimmed">{companyName}</Text>
      </div>
      <Group gap="xs">
        <FileButton accept=".cartera" onChange={(file) => file !== null && takeBundle(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              title={t('branch.takeFile')}
              leftSection={<IconFileUpload size={17} aria-hidden />}
            >
              <Message id="sync.import" />
            </Button>
          )}
        </FileButton>
        <Button variant="default" leftSection={<IconDeviceDesktopPlus size={17} aria-hidden />} onClick={onConnect}>
          <Message id="branch.connect" />
        </Button>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          <Message id="branch.add" />
        </Button>
      </Group>
    </Group>
  );
}
