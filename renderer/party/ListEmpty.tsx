import { Button } from '@mantine/core';
import { IconFileImport, IconFilterOff, IconSparkles, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import { useIsInCompany } from '#renderer/sync/use-sync.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What stands in a list with nobody in it yet: ways to begin. */
export function EmptyBase({ type }: { readonly type: PartyType | null }) {
  const isInCompany = useIsInCompany();
  const canImport = useCan('party.import');
  const canCreate = useCan('party.create');
  const canMakeUp = useCan('demo.create');
  const demo = useMutation(
    api.demo.create.mutationOptions({
      onSuccess: ({ actId }) => notifyDone('list.demoDone', {}, { undoActId: actId }),
    }),
  );
  return (
    <EmptyState
      icon={<IconUsers size={30} aria-hidden />}
      title={<Message id="list.empty.title" />}
      text={<Message id="list.empty.text" />}
      actions={
        <>
          {canImport && (
            <Button component={Link} href="/import" leftSection={<IconFileImport size={16} aria-hidden />}>
              <Message id="list.import" />
            </Button>
          )}
          {canCreate && (
            <Button variant="default" onClick={() => openQuickAdd(type === null ? {} : { type })}>
              <Message id={type === 'company' ? 'list.add.company' : 'list.add.contact'} />
            </Button>
          )}
          {/* Invented people would go to everybody. */}
          {!isInCompany && canMakeUp && (
            <Button
              variant="subtle"
              leftSection={<IconSparkles size={16} aria-hidden />}
              loading={demo.isPending}
              onClick={() => demo.mutate({ sales: true })}
            >
              <Message id="list.demo" />
            </Button>
          )}
        </>
      }
    />
  );
}

/** What stands in a list whose filters leave nobody. */
export function NoMatches({ clear }: { readonly clear: () => void }) {
  return (
    <EmptyState
      icon={<IconFilterOff size={30} aria-hidden />}
      title={<Message id="list.noMatches.title" />}
      text={<Message id="list.noMatches.text" />}
      actions={
        <Button variant="default" onClick={clear}>
          <Message id="list.filter.clear" />
        </Button>
      }
    />
  );
}
