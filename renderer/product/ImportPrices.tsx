import { Button, FileInput, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { usePriceLists } from '#renderer/product/use-list-prices.ts';
import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

interface ImportPricesProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Brings in a price list file: first says what it would do, then does it. */
export function ImportPrices({ isOpen, onClose }: ImportPricesProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Message id="product.import" />}>
      {isOpen && <Steps onClose={onClose} />}
    </Modal>
  );
}

interface Wanted {
  readonly file: File;
  readonly priceListId: string | null;
  readonly dryRun: boolean;
}

const problemsShown = 20;

function Steps({ onClose }: Pick<ImportPricesProps, 'onClose'>) {
  const t = useText();
  const lists = usePriceLists();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [listId, setListId] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: ({ priceListId, ...wanted }: Wanted) =>
      client.product.import({ ...wanted, ...(priceListId === null ? {} : { priceListId }) }),
    onError: notifyError,
    onSuccess: ({ actId, created, updated }, { dryRun }) => {
      if (dryRun) return;
      notifyDone('product.import.done', { created, updated }, actId === null ? {} : { undoActId: actId });
      void queries.invalidateQueries({ queryKey: api.product.key() });
      onClose();
    },
  });
  const priceListId = listId ?? lists[0]?.id ?? null;
  const plan = run.data !== undefined && run.variables?.dryRun === true ? run.data : null;
  const preview = (next: File | null, nextList: string | null) => {
    if (next === null) run.reset();
    else run.mutate({ file: next, priceListId: nextList, dryRun: true });
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        <Message id="product.import.text" />
      </Text>
      {lists.length > 1 && (
        <Select
          label={t('product.import.list')}
          allowDeselect={false}
          data={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={priceListId}
          onChange={(id) => {
            setListId(id);
            preview(file, id);
          }}
        />
      )}
      <FileInput
        data-autofocus
        label={t('product.import.file')}
        placeholder={t('product.import.choose')}
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        accept=".xlsx,.xls,.ods,.csv,.txt"
        value={file}
        onChange={(next) => {
          setFile(next);
          preview(next, priceListId);
        }}
      />
      {plan !== null && (
        <div role="status">
          <Text fw={600}>
            <Message
              id="product.import.plan"
              values={{ created: plan.created, updated: plan.updated, unchanged: plan.unchanged }}
            />
          </Text>
          {plan.problems.length > 0 && (
            <>
              <Text mt="xs">
                <Message id="product.import.problems" values={{ count: plan.problems.length }} />
              </Text>
              <List size="sm">
                {plan.problems.slice(0, problemsShown).map(({ row, code, value }) => (
                  <List.Item key={`${row}-${code}`}>
                    {t('product.import.problem', { row, value, why: problemText(code, t) })}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Message id="common.cancel" />
        </Button>
        <Button
          loading={run.isPending}
          disabled={file === null || plan === null || plan.created + plan.updated === 0}
          onClick={() => file !== null && run.mutate({ file, priceListId, dryRun: false })}
        >
          <Message id="product.import.run" />
        </Button>
      </Group>
    </Stack>
  );
}

function problemText(code: string, t: (key: MessageKey) => string): string {
  const key = `product.problem.${code}`;
  return t(Object.hasOwn(catalogue, key) ? (key as MessageKey) : 'product.problem.unknown');
}
