import { Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { trades } from '#shared/settings/contract.ts';

/** Adds a ready pipeline for a trade. */
export function AddReadyMenu() {
  const queries = useQueryClient();
  const add = useMutation(
    api.pipeline.addReady.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.pipeline.key() }) }),
  );
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={add.isPending}>
          <Message id="deal.pipeline.addReady" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {trades.map((trade) => (
          <Menu.Item key={trade} onClick={() => add.mutate({ trade })}>
            <Message id={`settings.trade.${trade}`} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
