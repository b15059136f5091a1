import { Button, Checkbox, ColorSwatch, Group, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import { personColour } from '#renderer/calendar/task-words.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';

interface CalendarPeopleProps {
  /** Nobody is oneself. */
  readonly people: readonly string[];
  readonly onPeople: (people: readonly string[]) => void;
}

/** Whose tasks the calendar shows: ticked in a list. */
export function CalendarPeople({ people, onPeople }: CalendarPeopleProps) {
  const t = useText();
  const nameOf = usePersonName();
  const working = useWorkingPeople();
  const [first, ...others] = people.map(nameOf);
  const words =
    first === undefined ? t('calendar.onlyMine') : [first, others.length > 0 ? `+${String(others.length)}` : ''].join(' ');
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          h={34}
          px="sm"
          maw={240}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={`${t('calendar.people')}: ${words}`}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('calendar.people')} p="xs">
        <ScrollArea.Autosize mah={420}>
          <Checkbox.Group value={[...people]} onChange={onPeople} aria-label={t('calendar.people')}>
            <Stack gap={8} p={4}>
              {working.map(({ id }) => (
                <Checkbox key={id} value={id} label={nameOf(id)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
        {people.length > 0 && (
          <Button mt="xs" fullWidth size="compact-md" variant="subtle" onClick={() => onPeople([])}>
            {t('calendar.onlyMine')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Which colour is whose. */
export function PeopleColours({ people }: { readonly people: readonly string[] }) {
  const nameOf = usePersonName();
  if (people.length < 2) return null;
  return (
    <Group gap="sm" px="md" pb={6}>
      {people.map((id) => (
        <Group key={id} gap={5} wrap="nowrap">
          <ColorSwatch size={11} color={personColour(id, people)} aria-hidden />
          <Text size="sm">{nameOf(id)}</Text>
        </Group>
      ))}
    </Group>
  );
}
