import { Menu } from '@mantine/core';
import { IconEraser, IconFileDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { useCan } from '#renderer/people/use-me.ts';

/** In the card's menu: what a client may ask of the shop about their data. */
export function PrivacyItems({ onErase }: { readonly onErase: () => void }) {
  const t = useText();
  const { party } = useCard();
  const canManage = useCan('privacy.manage');
  const save = useMutation({
    mutationFn: () => client.privacy.export({ id: party.id }),
    onSuccess: (file) => {
      saveFile(file, file.name);
      notifyDone('privacy.exported', { file: file.name });
    },
    onError: notifyError,
  });
  if (!canManage) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item leftSection={<IconFileDownload size={16} aria-hidden />} onClick={() => save.mutate()}>
        {t('privacy.export')}
      </Menu.Item>
      <Menu.Item c="var(--mantine-color-error)" leftSection={<IconEraser size={16} aria-hidden />} onClick={onErase}>
        {t('privacy.erase')}
      </Menu.Item>
    </>
  );
}
