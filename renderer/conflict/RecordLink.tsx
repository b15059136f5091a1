import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import { openTaskRecord, pageOfRecord } from '#renderer/conflict/open-record.ts';
import type { PartyType } from '#shared/party/fields.ts';

interface RecordLinkProps {
  readonly recordType: string;
  readonly recordId: string;
  /** What it is called; empty when it is gone. */
  readonly title: string;
  readonly partyType?: PartyType | null;
  /** What it was called when it was there. */
  readonly lastTitle?: string;
}

/** A record by its name, which opens it where it can be seen. */
export function RecordLink({ recordType, recordId, title, partyType = null, lastTitle = '' }: RecordLinkProps) {
  const t = useText();
  const page = pageOfRecord({ recordType, recordId, partyType });
  if (title === '')
    return (
      <Text component="span" inherit c="dimmed">
        {`${lastTitle} (${t('conflict.gone')})`.trim()}
      </Text>
    );
  if (recordType === 'task') {
    return (
      <Anchor component="button" type="button" inherit onClick={() => void openTaskRecord(recordId)}>
        {title}
      </Anchor>
    );
  }
  if (page === null) return <span>{title}</span>;
  return (
    <Anchor component={Link} href={page} inherit>
      {title}
    </Anchor>
  );
}
