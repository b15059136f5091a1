import { Badge, Group } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { PartyRow } from '#shared/party/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';
import { KeyStar } from './KeyStar.tsx';
import { partyPath } from './party-path.ts';
import styles from './PartyCell.module.css';

interface PartyCellProps {
  readonly row: PartyRow;
  /** A column of the list, or "custom.KEY". */
  readonly field: string;
}

/** What a list shows of one contact or company in one column. */
export function PartyCell({ row, field }: PartyCellProps) {
  const format = useFormat();
  const t = useText();
  if (field.startsWith('custom.')) return <CustomCell value={row.custom[field.slice('custom.'.length)]} />;
  switch (field) {
    case 'title':
      return <TitleCell row={row} />;
    case 'phone':
      return <FirstOf values={row.phones.map(format.phone)} />;
    case 'email':
      return <FirstOf values={row.emails} />;
    case 'tags':
      return <Tags tags={row.tags} />;
    case 'kind':
      return <Message id={`party.kind.${row.kind}`} />;
    case 'birthday':
      return <span>{row.birthday === null ? '' : format.date(row.birthday)}</span>;
    case 'doNotContact':
      return <span>{row.doNotContact.map((channel) => t(`party.channel.${channel}`)).join(', ')}</span>;
    case 'createdAt':
    case 'updatedAt':
      return <span>{format.date(row[field])}</span>;
    case 'deletedAt':
      return <span>{row.deletedAt === null ? '' : format.dateTime(row.deletedAt)}</span>;
    case 'type':
      return <Message id={`party.type.${row.type}`} />;
    default:
      return <span>{plainText(row, field)}</span>;
  }
}

function TitleCell({ row }: { readonly row: PartyRow }) {
  if (row.deletedAt !== null) return <span>{row.title}</span>;
  return (
    <span className={styles.title}>
      {row.type === 'company' && <IconBuilding size={15} className={styles.icon} aria-hidden />}
      {/* Opened by the row as well: the link is for another tab, and has no stop of its own on the way through the list. */}
      <Link href={partyPath(row)} tabIndex={-1} className={styles.link}>
        {row.title}
      </Link>
      {row.isKey && <KeyStar />}
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  const [first, ...others] = tags;
  if (first === undefined) return <span />;
  return (
    <Group gap={4} wrap="nowrap" title={others.length > 0 ? tags.join('\n') : undefined}>
      <Badge variant="light" size="md" fz={12} tt="none" fw={500} className={styles.tag}>
        {first}
      </Badge>
      {others.length > 0 && <span className={styles.more}>+{others.length}</span>}
    </Group>
  );
}

function FirstOf({ values }: { readonly values: readonly string[] }) {
  const [first, ...others] = values;
  return (
    <span title={others.length > 0 ? values.join('\n') : undefined}>
      {first}
      {others.length > 0 && <span className={styles.more}> +{others.length}</span>}
    </span>
  );
}

function CustomCell({ value }: { readonly value: CustomValue | undefined }) {
  const format = useFormat();
  if (value === undefined) return <span />;
  if (typeof value === 'boolean') return <Message id={value ? 'common.yes' : 'common.no'} />;
  if (typeof value === 'number') return <span>{format.number(value)}</span>;
  return <span>{typeof value === 'string' ? format.date(value) : value.join(', ')}</span>;
}

function plainText(row: PartyRow, field: string): string {
  const value: unknown = Object.hasOwn(row, field) ? row[field as keyof PartyRow] : '';
  return typeof value === 'string' ? value : '';
}
