import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';

/** How another calendar shows these tasks: by an address, or a file that is kept up to date. */
export function FollowDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { data } = useQuery(api.task.subscription.queryOptions({ enabled: isOpen }));
  return (
    <Modal opened={isOpen} onClose={onClose} size="lg" title={<Message id="calendar.follow.title" />}>
      {data !== undefined && (
        <Stack gap="sm">
          {data.address !== null && (
            <>
              <Text>
                <Message id="calendar.follow.address" />
              </Text>
              <CopyableText text={data.address} />
            </>
          )}
          <Text>
            <Message id={data.address === null ? 'calendar.follow.noAddress' : 'calendar.follow.file'} />
          </Text>
          <CopyableText text={data.file} />
        </Stack>
      )}
    </Modal>
  );
}
