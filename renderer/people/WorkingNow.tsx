import { useRoleWords } from '#renderer/people/use-roles.ts';
import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLock, IconLogout, IconUsers } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import { useMe } from '#renderer/people/use-me.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';
import { signOut, lockNow } from '#renderer/session/session-actions.ts';
import { useChangeUser } from '#renderer/session/use-change-user.tsx';
import { useEntrants } from '#renderer/session/use-entrants.ts';
import classes from '#renderer/people/WorkingNow.module.css';

/** Who works in this window, and a menu to let somebody else do; nothing where only one person works in the shop, without a password. */
export function WorkingNow() {
  const t = useText();
  const roles = useRoleWords();
  const me = useMe();
  const people = useWorkingPeople();
  const nameOf = usePersonName();
  const [, go] = useLocation();
  const { isProtected } = useEntrants();
  const { change, dialog } = useChangeUser();
  if ((people.length < 2 && !isProtected) || me === undefined) return null;
  const name = nameOf(me.id);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={260}>
        <Menu.Target>
          <UnstyledButton className={classes.button} title={t('people.working', { name })}>
            <VisuallyHidden>{t('people.working', { name })}</VisuallyHidden>
            <PersonAvatar name={name} />
            <Text component="span" size="sm" truncate className={classes.name} aria-hidden>
              {name}
            </Text>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Message id="people.whoWorks" />
          </Menu.Label>
          {people.map(({ id, role }) => (
            <Menu.Item
              key={id}
              aria-current={id === me.id || undefined}
              leftSection={<PersonAvatar name={nameOf(id)} />}
              rightSection={id === me.id ? <IconCheck size={18} aria-hidden /> : undefined}
              onClick={() => id !== me.id && change(id)}
            >
              <Text component="span" display="block" fw={500} truncate>
                {nameOf(id)}
              </Text>
              <Text component="span" display="block" size="sm">
                {roles.nameOf(role)}
              </Text>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {isProtected && <SessionItems />}
          <Menu.Item leftSection={<IconUsers size={18} />} onClick={() => go('/settings#people')}>
            <Message id="people.toTeam" />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}

function SessionItems() {
  return (
    <>
      <Menu.Item leftSection={<IconLock size={18} />} onClick={() => void lockNow()}>
        <Message id="session.lock" />
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
        <Message id="session.signOut" />
      </Menu.Item>
    </>
  );
}
