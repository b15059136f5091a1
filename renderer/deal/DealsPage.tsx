import { Button, Group, SegmentedControl, Select, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { Board } from '#renderer/deal/board/Board.tsx';
import { DealFilterBar } from '#renderer/deal/DealFilterBar.tsx';
import { DealMovesProvider } from '#renderer/deal/deal-moves.tsx';
import { allPipelines, changeDealsAddress, dealViews, readDealsAddress } from '#renderer/deal/deals-address.ts';
import type { DealsAddress } from '#renderer/deal/deals-address.ts';
import page from '#renderer/app/page.module.css';
import { ForecastView } from '#renderer/deal/forecast/ForecastView.tsx';
import { DealList } from '#renderer/deal/list/DealList.tsx';
import { NoDeals } from '#renderer/deal/NoDeals.tsx';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import { useDealCount } from '#renderer/deal/use-deal-count.ts';
import { RowsFailed } from '#renderer/grid/index.ts';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { NoPipeline } from '#renderer/pipeline/NoPipeline.tsx';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

/** All deals: as a board, as a list, and what they may bring. */
export function DealsPage() {
  const t = useText();
  const { pipelines, isError, retry } = usePipelines();
  return (
    <section className={page.page} aria-label={t('nav.deals')}>
      {isError && pipelines === undefined && <RowsFailed error={new Error('pipelines')} retry={retry} />}
      {pipelines?.length === 0 && (
        <>
          <Title order={1} size="h3">
            {t('nav.deals')}
          </Title>
          <NoPipeline />
        </>
      )}
      {pipelines !== undefined && pipelines.length > 0 && (
        <DealMovesProvider>
          <Deals pipelines={pipelines} />
        </DealMovesProvider>
      )}
    </section>
  );
}

function Deals({ pipelines }: { readonly pipelines: readonly Pipeline[] }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const address = readDealsAddress(search);
  const change = (changes: Readonly<Record<string, string>>) => setSearch(changeDealsAddress(search, changes), { replace: true });
  const canCreate = useCan('deal.create');
  const count = useDealCount();
  const pipeline = pipelines.find(({ id }) => id === address.pipelineId) ?? pipelines[0];
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Title order={1} size="h3">
            {t('nav.deals')}
          </Title>
          {pipelines.length > 1 && (
            <Select
              aria-label={t('deal.field.pipelineId')}
              w={200}
              allowDeselect={false}
              data={[
                ...(address.view === 'list' ? [{ value: allPipelines, label: t('deal.allPipelines') }] : []),
                ...pipelines.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={address.view === 'list' && address.pipelineId === allPipelines ? allPipelines : (pipeline?.id ?? null)}
              onChange={(id) => change({ pipeline: id ?? '' })}
            />
          )}
          <SegmentedControl
            aria-label={t('deal.view')}
            data={dealViews.map((value) => ({ value, label: t(`deal.view.${value}`) }))}
            value={address.view}
            onChange={(view) => change({ view: view === 'board' ? '' : view })}
          />
        </Group>
        {canCreate && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => openNewDeal(pipeline === undefined ? {} : { pipelineId: pipeline.id })}
          >
            <Message id="deal.new" />
          </Button>
        )}
      </Group>
      {count !== 0 && address.view !== 'forecast' && <DealFilterBar address={address} change={change} />}
      {count === 0 ? (
        <NoDeals canCreate={canCreate} />
      ) : (
        pipeline !== undefined && <View pipeline={pipeline} address={address} change={change} />
      )}
    </>
  );
}

interface ViewProps {
  readonly pipeline: Pipeline;
  readonly address: DealsAddress;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
}

function View({ pipeline, address, change }: ViewProps) {
  const me = useMe();
  const canEdit = useCan('deal.edit');
  const ownerId = address.owner === 'me' ? me?.id : address.owner === '' ? undefined : address.owner;
  const filter = {
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(address.text.trim() === '' ? {} : { text: address.text.trim() }),
    ...(address.where === undefined ? {} : { where: address.where }),
  };
  if (address.view === 'list') return <DealList pipeline={pipeline} address={address} filter={filter} change={change} />;
  if (address.view === 'forecast') return <ForecastView pipeline={pipeline} change={change} />;
  return (
    <Board
      key={pipeline.id}
      pipeline={pipeline}
      canEdit={canEdit}
      asked={{ pipelineId: pipeline.id, filter, sort: address.sort }}
    />
  );
}
