import { Button, ScrollArea, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import { Section } from '#renderer/settings/Section.tsx';

const [few, many] = [10, 200];

/** Who signed in, tried to, and out; nothing where nobody has a password. */
export function LoginLogSection() {
  const { isProtected } = useEntrants();
  return isProtected ? <Log /> : null;
}

function Log() {
  const t = useText();
  const format = useFormat();
  const canManage = useCan('people.manage');
  const [limit, setLimit] = useState(few);
  const log = useQuery(api.session.log.queryOptions({ input: { all: canManage, limit } }));
  const rows = log.data ?? [];
  return (
    <Section id="logins" title="session.log" text={canManage ? 'session.logText' : 'session.logOwnText'}>
      <ScrollArea.Autosize mah={420}>
        <Table aria-label={t('session.log')}>
          <Table.Tbody>
            {rows.map(({ seq, at, kind, userName, subject }) => (
              <Table.Tr key={seq}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(at)}</Table.Td>
                <Table.Td>{userName === '' ? t('session.unknown') : userName}</Table.Td>
                <Table.Td {...(kind === 'loginFailed' && { c: 'red' })}>
                  {t(`session.log.${kind}`)}
                  {subject !== userName && subject !== '' ? `: ${subject}` : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {limit === few && rows.length === few && (
        <Button variant="subtle" size="compact-md" w="fit-content" onClick={() => setLimit(many)}>
          <Message id="session.more" />
        </Button>
      )}
    </Section>
  );
}
