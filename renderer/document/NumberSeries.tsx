import { NumberInput, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import type { NumberSeries as Series } from '#shared/document/contract.ts';
import { patternFault, writeNumber } from '#shared/document/number-pattern.ts';

/** How each kind of document is numbered, with the next number as it will be. */
export function NumberSeries() {
  const t = useText();
  const { data } = useQuery(api.document.series.queryOptions());
  return (
    <div>
      <Title order={3} size="h5">
        {t('document.numbers')}
      </Title>
      <Text c="dimmed">{t('document.numbers.text', { year: '{year}', number: '{number:4}' })}</Text>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table layout="fixed" verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('document.numbers.column.kind')}</Table.Th>
              <Table.Th>{t('document.numbers.column.pattern')}</Table.Th>
              <Table.Th w={120}>{t('document.numbers.column.next')}</Table.Th>
              <Table.Th>{t('document.numbers.column.example')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data
              ?.filter(({ isOwn }) => isOwn)
              .map((series) => (
                <SeriesRow key={series.kind} series={series} />
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function SeriesRow({ series }: { readonly series: Series }) {
  const t = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Partial<Pick<Series, 'pattern' | 'next'>>>({});
  const draft = { ...series, ...typed };
  const fault = patternFault(draft.pattern, series.branch);
  const kind = t(`document.kind.${series.kind}`);
  const save = useMutation({
    mutationFn: ({ kind: of, branchId, till, pattern, next }: Series) =>
      client.document.setSeries({ kind: of, branchId, till, pattern, next }),
    onSuccess: (all) => queries.setQueryData(api.document.series.queryKey(), all),
    onSettled: () => setTyped({}),
  });
  const saveTyped = () => {
    const isChanged = draft.pattern !== series.pattern || draft.next !== series.next;
    if (isChanged && fault === undefined && Number.isInteger(draft.next) && draft.next >= 1) save.mutate(draft);
    else if (fault === undefined) setTyped({});
  };
  const onKeyDown = ({ key }: { readonly key: string }) => {
    if (key === 'Enter') saveTyped();
    else if (key === 'Escape') setTyped({});
  };
  const year = new Date().getFullYear();
  const tags = { tag: '{number}', tags: '{year}, {branch}, {number}', branch: '{branch}' };
  return (
    <Table.Tr>
      <Table.Td>{kind}</Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('document.numbers.pattern', { kind })}
          maxLength={60}
          value={draft.pattern}
          error={fault !== undefined && t(`document.numbers.fault.${fault}`, tags)}
          onChange={(event) => setTyped({ ...typed, pattern: event.currentTarget.value })}
          onBlur={saveTyped}
          onKeyDown={onKeyDown}
        />
      </Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={t('document.numbers.next', { kind })}
          min={1}
          max={999_999_999}
          allowDecimal={false}
          hideControls
          value={draft.next}
          onChange={(value) => setTyped({ ...typed, next: Number(value) })}
          onBlur={saveTyped}
          onKeyDown={onKeyDown}
        />
      </Table.Td>
      <Table.Td>
        {fault === undefined && writeNumber(draft.pattern, { year, branch: series.branch, number: draft.next })}
      </Table.Td>
    </Table.Tr>
  );
}
