import { Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { PersonAvatar } from '#renderer/people/PersonAvatar.tsx';
import classes from '#renderer/session/EntrantList.module.css';
import { useEntrantName } from '#renderer/session/use-entrant-name.ts';
import type { Entrant } from '#shared/session/contract.ts';

interface EntrantListProps {
  readonly people: readonly Entrant[];
  readonly onChoose: (entrant: Entrant) => void;
}

/** The names of who works here, large enough for a finger. */
export function EntrantList({ people, onChoose }: EntrantListProps) {
  const nameOf = useEntrantName();
  return (
    <SimpleGrid cols={people.length > 4 ? 3 : Math.min(2, people.length)} spacing="sm" w="100%">
      {people.map((entrant) => (
        <UnstyledButton key={entrant.id} className={classes.person} onClick={() => onChoose(entrant)}>
          <Group wrap="nowrap" gap="sm">
            <PersonAvatar name={nameOf(entrant)} size={44} />
            <Text size="lg" fw={500} lineClamp={2} style={{ minWidth: 0 }}>
              {nameOf(entrant)}
            </Text>
          </Group>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  );
}
