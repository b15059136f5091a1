import { Button, Menu, Text } from '@mantine/core';
import { IconArrowRight, IconTrash, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import type { Selection } from '#renderer/grid/index.ts';
import styles from '#renderer/party/ListPage.module.css';
import { useStageRights } from '#renderer/people/use-rights.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';
import { StageDot } from '#renderer/pipeline/StageDot.tsx';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface DealBulkBarProps {
  readonly selection: Selection;
  readonly pipeline: Pipeline;
}

/** What can be done with all the deals ticked, as one act that can be undone. */
export function DealBulkBar({ selection, pipeline }: DealBulkBarProps) {
  const t = useText();
  const people = useWorkingPeople();
  const nameOf = usePersonName();
  const canDelete = useCan('deal.delete');
  const canEdit = useCan('deal.edit');
  const stageRight = useStageRights();
  const change = useChangeMany(selection);
  return (
    <div role="group" aria-label={t('list.bulk.label')} className={styles.bulk}>
      <Text fw={600} role="status">
        <Message id="list.selected" values={{ count: selection.ids.size }} />
      </Text>
      <Button variant="subtle" size="compact-md" onClick={selection.selectAll}>
        <Message id="list.selectAll" />
      </Button>
      <span className={styles.spacer} />
      {canEdit && (
        <>
          <Choice label={t('deal.bulk.owner')} icon={<IconUser size={16} aria-hidden />} isBusy={change.isPending}>
            {people.map(({ id }) => (
              <Menu.Item key={id} onClick={() => change.mutate({ type: 'setOwner', ownerId: id })}>
                {nameOf(id)}
              </Menu.Item>
            ))}
          </Choice>
          <Choice label={t('deal.moveTo')} icon={<IconArrowRight size={16} aria-hidden />} isBusy={change.isPending}>
            {pipeline.stages
              .filter(({ id }) => stageRight(id) === 'open')
              .map((stage) => (
                <Menu.Item
                  key={stage.id}
                  leftSection={<StageDot stage={stage} />}
                  onClick={() => change.mutate({ type: 'move', stageId: stage.id })}
                >
                  {stage.name}
                </Menu.Item>
              ))}
          </Choice>
        </>
      )}
      {canDelete && (
        <Button
          variant="light"
          color="red"
          size="compact-md"
          disabled={change.isPending}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => change.mutate({ type: 'delete' })}
        >
          <Message id="common.delete" />
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-md" onClick={selection.clear}>
        <Message id="list.unselect" />
      </Button>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

function Choice({ label, icon, isBusy, children }: ChoiceProps) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-md" disabled={isBusy} leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

type ManyChange =
  | { readonly type: 'setOwner'; readonly ownerId: string }
  | { readonly type: 'move'; readonly stageId: string }
  | { readonly type: 'delete' };

/** Changes all that are ticked; those that can't go to a stage yet stay ticked. */
function useChangeMany(selection: Selection) {
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation(api.deal.changeMany.mutationOptions());
  const mutate = async (change: ManyChange) => {
    const { actId, changed, refused } = await mutateAsync({ ids: [...selection.ids], change });
    if (changed > 0) notifyDone(`deal.bulk.${change.type}.done`, { count: changed }, { undoActId: actId });
    if (refused.length > 0) notifyDone('deal.bulk.refused', { count: refused.length });
    else selection.clear();
    await queries.invalidateQueries({ queryKey: api.deal.key() });
  };
  // What went wrong has been said by then.
  return { isPending, mutate: (change: ManyChange) => void mutate(change).catch(() => undefined) };
}
