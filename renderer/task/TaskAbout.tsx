import { Anchor, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { openCall } from '#renderer/call/open-call.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import classes from '#renderer/task/TaskLine.module.css';
import { useTimeWords } from '#renderer/task/time-words.ts';
import type { Task } from '#shared/task/contract.ts';

interface TaskAboutProps {
  readonly task: Task;
  readonly hidesClient?: boolean;
  readonly hidesDeal?: boolean;
  readonly showsPerson?: boolean;
}

/** Whom and what a task is about, the number to call, when to leave and where to. */
export function TaskAbout({ task, hidesClient = false, hidesDeal = false, showsPerson = false }: TaskAboutProps) {
  const t = useText();
  const words = useTimeWords();
  const { partyId, partyType, dealId, leaveAt, location } = task;
  const parts: readonly (readonly [string, ReactNode])[] = [
    [
      'party',
      !hidesClient && partyId !== null && partyType !== null && task.partyTitle !== '' && (
        <Anchor component={Link} href={partyPath({ type: partyType, id: partyId })} inherit>
          {task.partyTitle}
        </Anchor>
      ),
    ],
    [
      'deal',
      !hidesDeal && dealId !== null && (
        <Anchor component={Link} href={dealPath(dealId)} inherit>
          {task.dealTitle}
        </Anchor>
      ),
    ],
    ['phone', !hidesClient && <PhoneOf task={task} />],
    ['leave', leaveAt !== null && t('task.leave', { time: words.time(leaveAt) })],
    ['place', location],
    ['person', showsPerson && task.assigneeName],
    ['result', task.status !== 'open' && task.result],
  ];
  const shown = parts.filter(([key, part]) => part !== false && part !== '' && (key !== 'phone' || task.phone !== ''));
  if (shown.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" className={classes.about ?? ''}>
      {shown.map(([key, part], index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          <span className={key === 'phone' ? classes.phone : undefined}>{part}</span>
        </Fragment>
      ))}
    </Text>
  );
}

/** The client's number: a click opens the card of the call. */
function PhoneOf({ task }: { readonly task: Task }) {
  const t = useText();
  const format = useFormat();
  const { partyId, partyType, phone } = task;
  if (partyId === null || partyType === null) return null;
  const shown = format.phone(phone);
  return (
    <Anchor
      component="button"
      inherit
      aria-label={t('task.call', { phone: shown })}
      onClick={() => openCall({ partyId, partyType, phone, ...(task.type === 'call' && task.status === 'open' ? { task } : {}) })}
    >
      <IconPhone size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {shown}
    </Anchor>
  );
}
