import { Avatar, Group, Text } from '@mantine/core';
import { IconBuilding, IconUser } from '@tabler/icons-react';
import { CardMenu } from '#renderer/card/CardMenu.tsx';
import { useCard } from '#renderer/card/card-context.tsx';
import { DoNotContactBadges } from '#renderer/card/field/ChannelFields.tsx';
import { HeaderReach } from '#renderer/card/HeaderReach.tsx';
import { KeyStar } from '#renderer/party/KeyStar.tsx';
import { KindMenu } from '#renderer/card/KindMenu.tsx';
import { LastTalk } from '#renderer/card/LastTalk.tsx';
import { NameEditor } from '#renderer/card/NameEditor.tsx';
import { ConflictNote } from '#renderer/conflict/ConflictNote.tsx';
import { plainTextOf } from '#renderer/card/party.ts';
import { useLinks } from '#renderer/link/link-query.ts';
import { BranchBadge } from '#renderer/sync/BranchBadge.tsx';
import classes from '#renderer/card/CardHeader.module.css';

/** What a salesperson on the phone needs at once: who it is, how to reach her, and the last talk. */
export function CardHeader() {
  const { party } = useCard();
  return (
    <header className={classes.header}>
      <Avatar size={48} radius="xl" color="teal" aria-hidden className={classes.avatar}>
        <Face />
      </Avatar>
      <div className={classes.main}>
        <Group gap="xs" wrap="nowrap" align="center">
          <NameEditor />
          <KindMenu />
          {party.isKey && <KeyStar />}
          <BranchBadge branchId={party.branchId} />
          <ConflictNote recordId={party.id} />
        </Group>
        <Subtitle />
        <HeaderReach />
      </div>
      <div className={classes.side}>
        <LastTalk />
        <DoNotContactBadges channels={party.doNotContact} />
      </div>
      <CardMenu />
    </header>
  );
}

function Face() {
  const { party } = useCard();
  if (party.type === 'company') return <IconBuilding size={26} aria-hidden />;
  return initialsOf(party.title) || <IconUser size={26} aria-hidden />;
}

/** Job title and company of a contact, line of business of a company. */
function Subtitle() {
  const { party } = useCard();
  const { links } = useLinks(party.id);
  const first = party.type === 'contact' ? links?.[0] : undefined;
  const own = plainTextOf(party, party.type === 'contact' ? 'jobTitle' : 'industry');
  const parts = [own || (first?.role ?? ''), first?.companyTitle ?? ''].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" lineClamp={1}>
      {parts.join(' · ')}
    </Text>
  );
}

function initialsOf(title: string): string {
  const words = title.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', ...others] = words;
  return `${first.charAt(0)}${others.at(-1)?.charAt(0) ?? ''}`.toLocaleUpperCase();
}
