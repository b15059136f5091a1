import { useRoleWords } from '#renderer/people/use-roles.ts';
import { Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { setActingUser } from '#renderer/people/acting-user.ts';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';
import { useWhoIsAsked, whoWasSaid } from '#renderer/sync/ask-who.ts';
import classes from '#renderer/sync/Join.module.css';
import { useSync } from '#renderer/sync/use-sync.ts';

/** After joining, once the branch's people have come: which of them sits here. */
export function WhoAreYou() {
  const t = useText();
  const roles = useRoleWords();
  const isAsked = useWhoIsAsked();
  const branchId = useSync()?.branchId ?? null;
  const working = useWorkingPeople();
  const nameOf = usePersonName();
  const own = working.filter((person) => person.branchId === branchId);
  const people = own.length > 0 ? own : working;
  return (
    <Modal opened={isAsked && people.length > 1} onClose={whoWasSaid} title={t('sync.join.who')}>
      <Stack gap="xs">
        <Text c="dimmed">
          <Message id="sync.join.whoText" />
        </Text>
        {people.map(({ id, role }, index) => (
          <UnstyledButton
            key={id}
            className={classes.person}
            {...(index === 0 && { 'data-autofocus': true })}
            onClick={() => {
              whoWasSaid();
              setActingUser(id);
            }}
          >
            <PersonAvatar name={nameOf(id)} size={34} />
            <span>
              <Text component="span" display="block" fw={500}>
                {nameOf(id)}
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed">
                {roles.nameOf(role)}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </Stack>
    </Modal>
  );
}
