import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { openCall } from '#renderer/call/open-call.ts';
import classes from '#renderer/notice/NoticeList.module.css';
import { openNotice, typeOfParty } from '#renderer/notice/open-notice.ts';
import { useNewNotices } from '#renderer/notice/use-new-notices.ts';
import { useMarkRead, useNotices } from '#renderer/notice/use-notices.ts';
import { useNow } from '#renderer/task/use-now.ts';
import type { Notice } from '#shared/notice/contract.ts';

/** A telephone doesn't ring longer than this. */
const ringsAtMost = 3 * 60_000;

/** Who calls now, in a corner: her card is opened, or the call written down, without leaving what one does. */
export function IncomingCall() {
  useNewNotices();
  const now = useNow();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const calling = useNotices().notices.find(
    ({ id, kind, readAt, createdAt }) =>
      kind === 'callCame' && readAt === null && now - createdAt < ringsAtMost && !dismissed.has(id),
  );
  if (calling === undefined) return null;
  return <Panel key={calling.id} notice={calling} onDone={() => setDismissed(new Set([...dismissed, calling.id]))} />;
}

function Panel({ notice, onDone }: { readonly notice: Notice; readonly onDone: () => void }) {
  const t = useText();
  const format = useFormat();
  const [, goTo] = useLocation();
  const { mark } = useMarkRead();
  const [caller, phone] = [String(notice.params['client'] ?? ''), String(notice.params['phone'] ?? '')];
  const done = () => {
    onDone();
    mark([notice.id]);
  };
  return (
    <Paper withBorder shadow="lg" p="md" className={classes.call ?? ''} role="alertdialog" aria-label={t('call.incoming')}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="xs" wrap="nowrap">
          <IconPhoneIncoming size={22} color="var(--mantine-color-teal-6)" aria-hidden />
          <div>
            <Text size="sm" c="dimmed">
              <Message id="call.incoming" />
            </Text>
            <Text fw={600}>{caller === '' ? t('call.unknownCaller') : caller}</Text>
            <Text size="sm">{format.phone(phone)}</Text>
          </div>
        </Group>
        <CloseButton aria-label={t('common.close')} onClick={done} />
      </Group>
      {notice.recordId !== null && (
        <Group gap="xs" mt="sm">
          <Button
            size="compact-md"
            onClick={() => {
              done();
              void openNotice(notice, goTo);
            }}
          >
            <Message id="call.openCard" />
          </Button>
          {notice.recordType === 'party' && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                done();
                void writeDown(notice.recordId ?? '', phone);
              }}
            >
              <Message id="call.writeDown" />
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}

/** The call is in the history already, told by the telephone system: what was said is written to that. */
async function writeDown(partyId: string, phone: string): Promise<void> {
  try {
    const partyType = await typeOfParty(partyId);
    const { rows } = await client.activity.ofParty({ id: partyId, type: 'call', limit: 1 });
    const [last] = rows;
    const isThis = last !== undefined && last.text === '' && Date.now() - last.createdAt < ringsAtMost;
    openCall({ partyId, partyType, phone, direction: 'in', ...(isThis ? { activityId: last.id } : {}) });
  } catch (error) {
    notifyError(error);
  }
}
