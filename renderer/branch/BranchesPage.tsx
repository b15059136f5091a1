import { Skeleton } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { Alone } from '#renderer/branch/Alone.tsx';
import classes from '#renderer/branch/Branches.module.css';
import { HeadOffice } from '#renderer/branch/HeadOffice.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { RowsFailed } from '#renderer/grid/index.ts';

/** The branches of the company, as head office sees them; before there are any, how one begins. */
export function BranchesPage() {
  const canManage = useCan('branch.manage');
  const status = useQuery(api.sync.status.queryOptions());
  if (!canManage) return <NotHere title="branch.notYours" text="branch.notYours.text" />;
  if (status.data === undefined) {
    return status.isError ? <RowsFailed error={status.error} retry={() => void status.refetch()} /> : <Waiting />;
  }
  const { role, companyName } = status.data;
  if (role === 'alone') return <Alone />;
  return role === 'office' ? (
    <HeadOffice companyName={companyName} />
  ) : (
    <NotHere title="branch.atOffice" text="branch.atOffice.text" />
  );
}

function Waiting() {
  return (
    <div className={classes.page} aria-busy>
      <Skeleton height={36} width={260} />
      <Skeleton height={280} />
    </div>
  );
}

interface NotHereProps {
  readonly title: 'branch.notYours' | 'branch.atOffice';
  readonly text: 'branch.notYours.text' | 'branch.atOffice.text';
}

function NotHere({ title, text }: NotHereProps) {
  return (
    <EmptyState isWholePage icon={<IconBuildingStore size={30} />} title={<Message id={title} />} text={<Message id={text} />} />
  );
}
