import { Button, Group, Select } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { lockNow } from '#renderer/session/session-actions.ts';
import { SecretDialog } from '#renderer/session/SecretDialog.tsx';
import type { SecretHolder } from '#renderer/session/SecretDialog.tsx';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import { Section } from '#renderer/settings/Section.tsx';
import { idleChoices } from '#shared/session/contract.ts';
import type { IdleMinutes } from '#shared/session/contract.ts';

/** One's own password, and when windows are locked. */
export function PasswordSection() {
  const me = useMe();
  const nameOf = usePersonName();
  const { isProtected, entryOf } = useEntrants();
  const canManage = useCan('people.manage');
  const isMine = useCan('session.own');
  const [holder, setHolder] = useState<SecretHolder | null>(null);
  if (me === undefined) return null;
  const entry = entryOf(me.id);
  const hasOne = entry === 'password' || entry === 'pin';
  const open = () => setHolder({ id: me.id, name: nameOf(me.id), entry, isMe: true, canManage });
  return (
    <Section id="password" title="session.sectionTitle" text={isProtected ? 'session.sectionText' : 'session.openText'}>
      <Group>
        {isMine && (isProtected || canManage) && (
          <Button variant="light" onClick={open}>
            <Message id={hasOne ? 'session.change' : 'session.set'} />
          </Button>
        )}
        {isProtected && (
          <Button variant="default" leftSection={<IconLock size={16} />} onClick={() => void lockNow()}>
            <Message id="session.lock" />
          </Button>
        )}
      </Group>
      {isProtected && isMine && <IdleLock canManage={canManage} />}
      <SecretDialog holder={holder} onClose={() => setHolder(null)} />
    </Section>
  );
}

/** After how long windows are locked: said to everybody, chosen by who manages people. */
function IdleLock({ canManage }: { readonly canManage: boolean }) {
  const t = useText();
  const policy = useQuery(api.session.policy.queryOptions());
  const save = useMutation({
    mutationFn: (idleMinutes: IdleMinutes) => client.session.setPolicy({ idleMinutes }),
    onSuccess: () => void policy.refetch(),
  });
  return (
    <Select
      w={320}
      label={t('session.idle')}
      disabled={!canManage}
      description={t('session.idleText')}
      allowDeselect={false}
      data={idleChoices.map((minutes) => ({ value: String(minutes), label: t('session.idleMinutes', { minutes }) }))}
      value={policy.data === undefined ? null : String(policy.data.idleMinutes)}
      onChange={(chosen) => save.mutate(Number(chosen) as IdleMinutes)}
    />
  );
}
