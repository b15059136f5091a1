import { Button, Paper, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

export interface Property {
  readonly key: string;
  /** Hidden until "More fields" is asked for. */
  readonly isEmpty: boolean;
  readonly element: ReactNode;
}

interface PropertyGroupProps {
  readonly title: MessageKey;
  readonly before?: ReactNode;
  readonly properties: readonly Property[];
}

/** Some properties under one title; those that say nothing stay out of the way. */
export function PropertyGroup({ title, before, properties }: PropertyGroupProps) {
  const t = useText();
  const { isReadOnly } = useCard();
  const [showsAll, setShowsAll] = useLocalStorage({
    key: `cartera.fields.${title}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const empty = properties.filter(({ isEmpty }) => isEmpty);
  const shown = showsAll && !isReadOnly ? properties : properties.filter(({ isEmpty }) => !isEmpty);
  return (
    <Paper withBorder px="sm" py="xs">
      <Title order={2} size="h5" mb={2}>
        {t(title)}
      </Title>
      {before}
      {shown.map(({ key, element }) => (
        <Fragment key={key}>{element}</Fragment>
      ))}
      {empty.length > 0 && !isReadOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          mt={4}
          aria-expanded={showsAll}
          leftSection={showsAll ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          onClick={() => setShowsAll(!showsAll)}
        >
          {t(showsAll ? 'card.fewerFields' : 'card.moreFields')}
        </Button>
      )}
    </Paper>
  );
}
