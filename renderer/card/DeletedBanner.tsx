import { Alert, Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import { partyQueryKey } from '#renderer/card/card-query.ts';

/** Says that the card is in the recycle bin, and brings it back. */
export function DeletedBanner() {
  const t = useText();
  const format = useFormat();
  const { party } = useCard();
  const mayRestore = useMayOn()('client', 'delete', heldBy(party));
  const queries = useQueryClient();
  const restore = useMutation(
    api.party.restoreMany.mutationOptions({
      onSuccess: async ({ actId }) => {
        await queries.invalidateQueries({ queryKey: partyQueryKey(party.type, party.id) });
        notifyDone('card.restored.done', { name: party.title }, { undoActId: actId });
      },
    }),
  );
  if (party.deletedAt === null) return null;
  return (
    <Alert color="red" icon={<IconTrash aria-hidden />} mb="md" py="xs">
      <Group justify="space-between">
        <Text size="md">{t('card.deleted.banner', { date: format.date(party.deletedAt) })}</Text>
        {mayRestore && (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ ids: [party.id] })}>
            {t('card.restore')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
