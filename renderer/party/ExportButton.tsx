import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';

type ListView = Parameters<typeof client.party.exportList>[0];

/** Takes the list out as it is filtered, as a file for a spreadsheet. */
export function ExportButton({ view }: { readonly view: ListView }) {
  const t = useText();
  const take = useMutation({
    mutationFn: () => client.party.exportList(view),
    onSuccess: (file) => saveFile(file, file.name),
  });
  return (
    <Tooltip label={t('list.export')}>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('list.export')}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
