import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/branch/Branches.module.css';
import { addressIn } from '#renderer/branch/invitation.ts';
import { QrCode } from '#renderer/branch/QrCode.tsx';
import { CopyableText } from '#renderer/settings/CopyableText.tsx';

interface CodeViewProps {
  readonly invite: { readonly code: string; readonly link: string; readonly expiresAt: number };
  /** Of the computer that it is for. */
  readonly name: string;
  readonly onClose: () => void;
}

/** A code just made: to be read out, typed, sent or photographed. It is shown only this once. */
export function CodeView({ invite, name, onClose }: CodeViewProps) {
  const t = useText();
  const format = useFormat();
  const { code, link, expiresAt } = invite;
  const address = addressIn(link);
  return (
    <Stack gap="md">
      <Text role="status">
        <Message id="branch.code.text" values={{ name, where: t('sync.join') }} />
      </Text>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <Stack gap="sm" style={{ minWidth: 0 }}>
          <div>
            <Text size="sm" c="dimmed">
              <Message id="branch.code" />
            </Text>
            <p className={classes.code}>{code}</p>
          </div>
          {address !== '' && (
            <div>
              <Text size="sm" c="dimmed">
                <Message id="branch.code.address" />
              </Text>
              <CopyableText text={address} />
            </div>
          )}
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button
                autoFocus
                variant="light"
                style={{ alignSelf: 'flex-start' }}
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
                onClick={copy}
              >
                <Message id={copied ? 'common.copied' : 'branch.code.copyLink'} />
              </Button>
            )}
          </CopyButton>
          <Text size="sm" c="dimmed">
            <Message id="branch.code.linkText" />
          </Text>
        </Stack>
        <QrCode text={link} label={t('branch.code.qr')} />
      </Group>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <Message id="branch.code.until" values={{ until: format.dateTime(expiresAt) }} />
        </Text>
        <Button variant="default" style={{ flex: 'none' }} onClick={onClose}>
          <Message id="branch.code.done" />
        </Button>
      </Group>
    </Stack>
  );
}
