import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { railItems } from '#renderer/frame/rail-items.ts';
import { useMe } from '#renderer/people/use-me.ts';

interface AllowedPageProps {
  /** Its address. */
  readonly page: string;
  readonly children: ReactNode;
}

/** The page, unless the role of whoever works in this window has no part in it: an address may be kept, or be another person's. */
export function AllowedPage({ page, children }: AllowedPageProps) {
  const me = useMe();
  const permission = railItems.find(({ path }) => page === path || page.startsWith(`${path}/`))?.permission;
  if (permission === undefined || me === undefined || me.permissions.includes(permission)) return children;
  return (
    <EmptyState
      isWholePage
      icon={<IconLock size={30} />}
      title={<Message id="page.notYours" />}
      text={<Message id="page.notYours.text" />}
      actions={
        <Button component={Link} href="/">
          <Message id="page.toStart" />
        </Button>
      }
    />
  );
}
