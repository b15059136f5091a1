import { Alert, Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';

/** Says that the deal is in the recycle bin, and brings it back. */
export function DealDeletedBanner() {
  const t = useText();
  const format = useFormat();
  const { deal } = useDealCard();
  const canRestore = useCan('deal.delete');
  const queries = useQueryClient();
  const restore = useMutation(
    api.deal.restore.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.deal.key() }) }),
  );
  if (deal.deletedAt === null) return null;
  return (
    <Alert color="red" icon={<IconTrash aria-hidden />} mb="md" py="xs">
      <Group justify="space-between">
        <Text size="md">{t('card.deleted.banner', { date: format.date(deal.deletedAt) })}</Text>
        {canRestore && (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id: deal.id })}>
            {t('card.restore')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
