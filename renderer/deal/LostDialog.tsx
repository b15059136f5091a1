import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLostReasons } from '#renderer/pipeline/use-pipelines.ts';
import type { DealRow } from '#shared/deal/contract.ts';

interface LostReasonGiven {
  readonly reasonId: string | null;
  readonly note: string;
}

interface LostDialogProps {
  /** Null while it is closed. */
  readonly deal: DealRow | null;
  readonly onClose: () => void;
  readonly onLose: (deal: DealRow, reason: LostReasonGiven) => void;
}

/** Asks why a deal was lost. */
export function LostDialog({ deal, onClose, onLose }: LostDialogProps) {
  return (
    <Modal opened={deal !== null} onClose={onClose} title={<Message id="deal.lost.why" />}>
      {deal !== null && (
        <Why
          deal={deal}
          onClose={onClose}
          onLose={(reason) => {
            onClose();
            onLose(deal, reason);
          }}
        />
      )}
    </Modal>
  );
}

interface WhyProps {
  readonly deal: DealRow;
  readonly onClose: () => void;
  readonly onLose: (reason: LostReasonGiven) => void;
}

function Why({ deal, onClose, onLose }: WhyProps) {
  const t = useText();
  const reasons = useLostReasons();
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onLose({ reasonId, note: note.trim() });
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{`${deal.title} · ${deal.partyTitle}`}</Text>
        {reasons.length > 0 && (
          <Radio.Group label={t('deal.lost.reason')} value={reasonId} onChange={setReasonId}>
            <Stack gap={6} mt={4}>
              {reasons.map(({ id, name }, index) => (
                <Radio key={id} value={id} label={name} {...(index === 0 ? { 'data-autofocus': true } : {})} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Textarea
          label={t('deal.lost.note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" color="red">
            <Message id="deal.lose" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
