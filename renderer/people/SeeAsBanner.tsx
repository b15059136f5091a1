import { Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { seeAs } from '#renderer/people/acting-user.ts';
import classes from '#renderer/people/SeeAsBanner.module.css';
import { useMe } from '#renderer/people/use-me.ts';

/** Says through whose eyes the window looks, and goes back; nothing while one looks through one's own. */
export function SeeAsBanner() {
  const me = useMe();
  if (me === undefined || !me.isWatching) return null;
  return (
    <Group role="status" className={classes.banner ?? ''} justify="center" gap="md" px="md" py={6} wrap="nowrap">
      <IconEye size={20} aria-hidden />
      <Text fw={600}>
        <Message id="people.seeAs.banner" values={{ name: me.name }} />
      </Text>
      <Button size="compact-md" variant="white" color="dark" onClick={() => seeAs(null)}>
        <Message id="people.seeAs.stop" />
      </Button>
    </Group>
  );
}
