import { Badge, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { ChannelIcon } from '#renderer/lead/ChannelIcon.tsx';
import { subjectOf, useLeadName } from '#renderer/lead/lead-name.ts';
import classes from '#renderer/lead/Leads.module.css';
import { NextTask } from '#renderer/lead/NextTask.tsx';
import { useNow } from '#renderer/task/use-now.ts';
import type { Lead } from '#shared/lead/contract.ts';

interface LeadRowProps {
  readonly lead: Lead;
  readonly href: string;
  readonly isChosen: boolean;
  readonly onEnter: (id: string) => void;
}

/** A request in the list: who, what about, from where, how long ago, and what is next. */
export function LeadRow({ lead, href, isChosen, onEnter }: LeadRowProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = useLeadName();
  const now = useNow();
  const subject = subjectOf(lead);
  return (
    <li>
      <Link
        href={href}
        className={classes.row}
        aria-current={isChosen}
        data-lead={lead.id}
        // A click of the mouse is counted, one by the Enter key isn't.
        onClick={({ detail }) => detail === 0 && onEnter(lead.id)}
      >
        <span className={classes.line}>
          <Text component="span" fw={600} truncate>
            {nameOf(lead)}
          </Text>
          <Text component="span" size="sm" c="dimmed" flex="none">
            {format.relative(lead.receivedAt, now)}
          </Text>
        </span>
        {subject !== '' && (
          <Text component="span" display="block" truncate>
            {subject}
          </Text>
        )}
        <span className={classes.line}>
          <Text component="span" size="sm" c="dimmed" truncate style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
            <ChannelIcon channel={lead.channel} size={15} />
            {lead.source || t(`lead.channel.${lead.channel}`)}
          </Text>
          {!lead.hasNewParty && lead.partyId !== null && (
            <Badge variant="light" size="sm" flex="none" tt="none">
              {t('lead.known')}
            </Badge>
          )}
        </span>
        <NextTask lead={lead} />
      </Link>
    </li>
  );
}
