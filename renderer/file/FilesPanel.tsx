import { Paper, Skeleton, Text, Title } from '@mantine/core';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { useAttaching } from '#renderer/file/attach-files.ts';
import { AttachingList } from '#renderer/file/AttachingList.tsx';
import { ChooseFiles } from '#renderer/file/ChooseFiles.tsx';
import { FileRow } from '#renderer/file/FileRow.tsx';
import classes from '#renderer/file/Files.module.css';

/** Files of a card, or of one of its deals: dropped or chosen, downloaded, deleted. */
export function FilesPanel({ dealId }: { readonly dealId?: string }) {
  const t = useText();
  const { party } = useCard();
  const isReadOnly = !useCan('file.attach') || party.deletedAt !== null;
  const { data: all, isError, refetch } = useQuery(api.file.ofParty.queryOptions({ input: { id: party.id } }));
  const files = dealId === undefined ? all : all?.filter((file) => file.dealId === dealId);
  const { attaching, attach, dismiss } = useAttaching(party.id, dealId);
  const [isOver, setOver] = useState(false);
  if (isReadOnly && files?.length === 0) return null;
  const onDragOver = (event: DragEvent) => {
    if (isReadOnly || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    if (isReadOnly) return;
    event.preventDefault();
    setOver(false);
    attach([...event.dataTransfer.files]);
  };
  return (
    <Paper
      withBorder
      px="sm"
      py="xs"
      className={classes.panel ?? ''}
      data-over={isOver || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Title order={2} size="h5" mb={4}>
        {t('file.title')}
      </Title>
      {isError && files === undefined && <QueryFailed message="file.failed" onRetry={() => void refetch()} />}
      {files === undefined && !isError && <Skeleton height={28} />}
      <ul className={classes.list}>
        {files?.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </ul>
      <AttachingList attaching={attaching} onDismiss={dismiss} />
      {!isReadOnly && (isOver ? <Text size="sm">{t('file.dropNow')}</Text> : <ChooseFiles onChoose={attach} />)}
    </Paper>
  );
}
