import { Button, FileButton } from '@mantine/core';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { bundleFileName } from '#renderer/sync/bundle-file-name.ts';
import { takeBundle } from '#renderer/sync/take-bundle.ts';
import { useSync } from '#renderer/sync/use-sync.ts';

/** Changes carried by hand: made into a file, and taken in from one. */
export function FileButtons({ onDone }: { readonly onDone?: () => void }) {
  const t = useText();
  const canRun = useCan('sync.run');
  const status = useSync();
  const make = useMutation({
    mutationFn: () => client.sync.exportBundle({}),
    onSuccess: (file) => {
      const from = status?.branchName ?? t('sync.office');
      const name = bundleFileName([from, t('sync.fileName')], Date.now());
      saveFile(file, name);
      notifyDone('sync.export.done', { file: name });
      onDone?.();
    },
  });
  // Files of whoever was shut out are taken nowhere.
  if (!canRun || status === undefined || status.state === 'revoked') return null;
  const choose = (file: File | null) => {
    if (file === null) return;
    onDone?.();
    takeBundle(file);
  };
  return (
    <>
      {/* Head office makes its files for one computer each: on its page of branches. */}
      {status.role === 'branch' && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          <Message id="sync.export" />
        </Button>
      )}
      <FileButton accept=".cartera" onChange={choose}>
        {(props) => (
          <Button {...props} size="compact-md" variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
            <Message id="sync.import" />
          </Button>
        )}
      </FileButton>
    </>
  );
}
