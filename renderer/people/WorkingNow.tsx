import { useRoleWords } from '#renderer/people/use-roles.ts';
import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconUsers } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { setActingUser } from '#renderer/people/acting-user.ts';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import { useMe } from '#renderer/people/use-me.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';
import classes from '#renderer/people/WorkingNow.module.css';

/** Who works in this window, and a menu to let somebody else do; nothing where only one person works in the shop. */
export function WorkingNow() {
  const t = useText();
  const roles = useRoleWords();
  const me = useMe();
  const people = useWorkingPeople();
  const nameOf = usePersonName();
  const [, go] = useLocation();
  if (people.length < 2 || me === undefined) return null;
  const name = nameOf(me.id);
  return (
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
            onClick={() => setActingUser(id)}
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
        <Menu.Item leftSection={<IconUsers size={18} />} onClick={() => go('/settings#people')}>
          <Message id="people.toTeam" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
