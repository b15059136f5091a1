import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { IconFile, IconFileTypePdf, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import classes from '#renderer/file/Files.module.css';
import type { AttachedFile } from '#shared/file/contract.ts';

/** One attached file: a click downloads it. */
export function FileRow({ file }: { readonly file: AttachedFile }) {
  const t = useText();
  const format = useFormat();
  const size = useFileSize(file.size);
  const { isReadOnly } = useCard();
  const { name, id } = file;
  const remove = useMutation(
    api.file.delete.mutationOptions({
      onSuccess: ({ actId }) => notifyDone('file.deleted.done', { name }, { undoActId: actId }),
    }),
  );
  // As bytes without a type of its own: a page that somebody attached must be saved, never opened here.
  const download = () =>
    client.file
      .download({ id })
      .then((content) => saveFile(new Blob([content], { type: 'application/octet-stream' }), name), notifyError);
  return (
    <li className={classes.row}>
      {file.isHere ? (
        <UnstyledButton
          className={classes.file ?? ''}
          aria-label={t('file.download', { name })}
          title={t('file.download', { name })}
          onClick={() => void download()}
        >
          <FileIcon mediaType={file.mediaType} />
          <Text size="md" component="span" className={classes.name ?? ''}>
            {name}
          </Text>
        </UnstyledButton>
      ) : (
        <ComingFile file={file} />
      )}
      <Text size="xs" c="dimmed" className={classes.size ?? ''} title={format.dateTime(file.createdAt)}>
        {size}
      </Text>
      {!isReadOnly && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={t('file.delete', { name })}
          title={t('file.delete', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** One whose content is still on its way: there is nothing to download. */
function ComingFile({ file }: { readonly file: AttachedFile }) {
  const t = useText();
  return (
    <div className={classes.file} title={t('file.notHereYet')}>
      <FileIcon mediaType={file.mediaType} />
      <Text size="md" c="dimmed" component="span" className={classes.words ?? ''}>
        {file.name}
        <Text size="xs" component="span" className={classes.coming ?? ''}>
          {t('file.onItsWay')}
        </Text>
      </Text>
    </div>
  );
}

function FileIcon({ mediaType }: { readonly mediaType: string }) {
  const Icon = mediaType.startsWith('image/') ? IconPhoto : mediaType === 'application/pdf' ? IconFileTypePdf : IconFile;
  return <Icon size={18} aria-hidden className={classes.icon} />;
}

function useFileSize(bytes: number): string {
  const t = useText();
  const format = useFormat();
  const rounded = (value: number) => format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
  if (bytes < 1024) return t('file.size.bytes', { size: format.number(bytes) });
  if (bytes < 1024 * 1024) return t('file.size.kilobytes', { size: rounded(bytes / 1024) });
  return t('file.size.megabytes', { size: rounded(bytes / 1024 / 1024) });
}
