import { Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { AuditFilterBar, emptyFilter, toInput } from '#renderer/audit/AuditFilterBar.tsx';
import { Section } from '#renderer/settings/Section.tsx';
import { entryWords } from '#shared/audit/entry-words.ts';
import type { AuditEntry } from '#shared/audit/contract.ts';

const shownAtOnce = 20;

/** Who exported, imported, deleted, signed in or changed rights: to be looked at, never changed. */
export function AuditSection() {
  const t = useText();
  const [filter, setFilter] = useState(emptyFilter);
  const [limit, setLimit] = useState(shownAtOnce);
  const input = toInput(filter);
  const { data } = useQuery({
    ...api.audit.list.queryOptions({ input: { ...input, limit } }),
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: () => client.audit.export(input),
    onSuccess: (file) => saveFile(file, file.name),
    onError: notifyError,
  });
  const isFiltered = filter !== emptyFilter;
  const hidden = (data?.total ?? 0) - (data?.rows.length ?? 0);
  return (
    <Section id="audit" title="audit.title" text="audit.text">
      <AuditFilterBar filter={filter} people={data?.people ?? []} onChange={setFilter} />
      {data === undefined && <Skeleton height={120} />}
      {data?.total === 0 && (
        <Stack gap="xs" align="flex-start">
          <Text c="dimmed">{t(isFiltered ? 'audit.nothingFits' : 'audit.empty')}</Text>
          {isFiltered && (
            <Button size="compact-sm" variant="light" onClick={() => setFilter(emptyFilter)}>
              {t('audit.clear')}
            </Button>
          )}
        </Stack>
      )}
      {data !== undefined && data.total > 0 && <Entries rows={data.rows} />}
      <Group>
        {hidden > 0 && (
          <Button variant="default" onClick={() => setLimit((before) => Math.min(500, before + 100))}>
            {t('audit.more')}
          </Button>
        )}
        {data !== undefined && data.total > 0 && (
          <Button variant="light" leftSection={<IconDownload size={16} />} loading={save.isPending} onClick={() => save.mutate()}>
            {t('audit.export')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

function Entries({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const t = useText();
  const format = useFormat();
  const told = { say: t, dateTime: format.dateTime };
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {(['at', 'who', 'kind', 'subject'] as const).map((name) => (
              <Table.Th key={name}>{t(`audit.column.${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((entry) => {
            const { who, kind, about, details } = entryWords(entry, told);
            return (
              <Table.Tr key={entry.seq}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(entry.at)}</Table.Td>
                <Table.Td>{who}</Table.Td>
                <Table.Td>{kind}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Text span size="sm" {...(entry.isErased && { c: 'dimmed', fs: 'italic' })}>
                    {about}
                  </Text>
                  {details !== '' && (
                    <Text span size="sm" c="dimmed">
                      {about === '' ? details : ` ${details}`}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
