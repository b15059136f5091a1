import { Button, Paper, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

export interface Property {
  readonly key: string;
  readonly isEmpty: boolean;
  /** Offered even while it is empty; others wait for "More fields". */
  readonly isUsual?: boolean;
  readonly element: ReactNode;
}

interface PropertyGroupProps {
  /** Its name in the user's settings of what is shown. */
  readonly name: string;
  readonly title?: MessageKey;
  readonly before?: ReactNode;
  readonly properties: readonly Property[];
}

/** Some properties under one title; those that say nothing stay out of the way. */
export function PropertyGroup({ name, title, before, properties: all }: PropertyGroupProps) {
  const t = useText();
  const { hidden } = useSettings();
  const fieldRight = useFieldRights();
  const properties = all.filter(({ key }) => !hidden.includes(`card.${key}`) && fieldRight(key) !== 'hide');
  const { isReadOnly } = useCard();
  const [showsAll, setShowsAll] = useLocalStorage({
    key: `cartera.fields.${name}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const spoken = properties.filter(({ isEmpty, isUsual = false }) => !isEmpty || (isUsual && !isReadOnly));
  const shown = showsAll && !isReadOnly ? properties : spoken;
  if (shown.length === 0 && before === undefined) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      {title !== undefined && (
        <Title order={2} size="h5" mb={2}>
          {t(title)}
        </Title>
      )}
      {before}
      {shown.map(({ key, element }) => (
        <Fragment key={key}>{element}</Fragment>
      ))}
      {spoken.length < properties.length && !isReadOnly && (
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
