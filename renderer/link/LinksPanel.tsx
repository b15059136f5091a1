import { Button, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { AddLink } from '#renderer/link/AddLink.tsx';
import { useLinks } from '#renderer/link/link-query.ts';
import { LinkRow } from '#renderer/link/LinkRow.tsx';
import classes from '#renderer/link/Links.module.css';

/** A company of thirty people must not push the files off the screen. */
const shownAtFirst = 8;

/** A contact's companies, or a company's people, each with its role. */
export function LinksPanel() {
  const t = useText();
  const format = useFormat();
  const { party, isReadOnly } = useCard();
  const { links, isError, retry } = useLinks(party.id);
  const [isAdding, setAdding] = useState(false);
  const [justAdded, setJustAdded] = useState<string | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const other = party.type === 'contact' ? 'company' : 'contact';
  const shown = showsAll ? links : links?.filter(({ id }, index) => index < shownAtFirst || id === justAdded);
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={4}>
        {t(party.type === 'contact' ? 'party.field.companies' : 'party.field.contacts')}
        {links !== undefined && links.length > 1 && (
          <Text component="span" size="sm" c="dimmed" fw={400}>
            {` ${format.number(links.length)}`}
          </Text>
        )}
      </Title>
      {isError && links === undefined && <QueryFailed message="link.failed" onRetry={retry} />}
      {links === undefined && !isError && <Skeleton height={40} />}
      {links?.length === 0 && !isAdding && (
        <Text size="sm" c="dimmed">
          {t(`link.none.${other}`)}
        </Text>
      )}
      <ul className={classes.list}>
        {shown?.map((link) => (
          <LinkRow key={link.id} link={link} isNew={link.id === asking} onAsked={() => setAsking(null)} />
        ))}
      </ul>
      {links !== undefined && links.length > shownAtFirst && (
        <Button size="compact-sm" variant="subtle" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('link.showFewer') : t('link.showAll', { count: links.length })}
        </Button>
      )}
      {isAdding && (
        <AddLink
          known={links ?? []}
          onClose={(linkId) => {
            setAdding(false);
            setJustAdded(linkId);
            setAsking(linkId);
          }}
        />
      )}
      {!isReadOnly && !isAdding && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t(`link.add.${other}`)}
        </Button>
      )}
    </Paper>
  );
}
