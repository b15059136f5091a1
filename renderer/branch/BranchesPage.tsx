import { Skeleton } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { Alone } from '#renderer/branch/Alone.tsx';
import classes from '#renderer/branch/Branches.module.css';
import { HeadOffice } from '#renderer/branch/HeadOffice.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';

/** The branches of the company, as head office sees them; before there are any, how one begins. */
export function BranchesPage() {
  const status = useQuery(api.sync.status.queryOptions());
  if (status.data === undefined) {
    return status.isError ? <RowsFailed error={status.error} retry={() => void status.refetch()} /> : <Waiting />;
  }
  const { role, companyName } = status.data;
  if (role === 'alone') return <Alone />;
  return role === 'office' ? <HeadOffice companyName={companyName} /> : <AtHeadOffice />;
}

function Waiting() {
  return (
    <div className={classes.page} aria-busy>
      <Skeleton height={36} width={260} />
      <Skeleton height={280} />
    </div>
  );
}

function AtHeadOffice() {
  return (
    <EmptyState
      isWholePage
      icon={<IconBuildingStore size={30} />}
      title={<Message id="branch.atOffice" />}
      text={<Message id="branch.atOffice.text" />}
    />
  );
}
