import { Button, Select } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { trades } from '#shared/settings/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** What stands where there is no pipeline yet: a ready one for the shop's trade is one click away. */
export function NoPipeline() {
  const t = useText();
  const settings = useSettings();
  const queries = useQueryClient();
  const canAdd = useCan('pipeline.edit');
  const [trade, setTrade] = useState<Settings['trade']>(settings.trade);
  const add = useMutation(
    api.pipeline.addReady.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.pipeline.key() }) }),
  );
  const actions = (
    <>
      <Select
        aria-label={t('settings.trade')}
        w={240}
        allowDeselect={false}
        data={trades.map((value) => ({ value, label: t(`settings.trade.${value}`) }))}
        value={trade}
        onChange={(value) => setTrade(value ?? trade)}
      />
      <Button loading={add.isPending} onClick={() => add.mutate({ trade })}>
        <Message id="deal.pipeline.addReady" />
      </Button>
    </>
  );
  return (
    <EmptyState
      icon={<IconColumns3 size={30} />}
      title={<Message id="deal.pipeline.none" />}
      text={<Message id={canAdd ? 'deal.pipeline.noneText' : 'deal.pipeline.noneAskHead'} />}
      {...(canAdd ? { actions } : {})}
    />
  );
}
