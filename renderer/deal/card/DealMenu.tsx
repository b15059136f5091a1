import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';

/** What can be done with the deal as a whole; nothing for those who may do nothing. */
export function DealMenu() {
  const t = useText();
  const { deal } = useDealCard();
  const mayOn = useMayOn();
  const canDelete = mayOn('deal', 'delete', { ...heldBy(deal), stageId: deal.stageId }) && deal.deletedAt === null;
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useMutation(
    api.deal.delete.mutationOptions({
      onSuccess: async ({ actId }) => {
        navigate('/deals');
        notifyDone('deal.deleted.done', { title: deal.title }, { undoActId: actId });
        await queries.invalidateQueries({ queryKey: api.deal.key() });
      },
    }),
  );
  if (!canDelete) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size={34} variant="default" aria-label={t('card.menu')} title={t('card.menu')} flex="none">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => remove.mutate({ id: deal.id })}
        >
          {t('common.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
