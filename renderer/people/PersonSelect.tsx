import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useMe } from '#renderer/people/use-me.ts';
import { usePeople, usePersonName } from '#renderer/people/use-people.ts';

interface PersonSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'allowDeselect'> {
  /** Null is nobody. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Somebody who can't be chosen here. */
  readonly except?: string | null;
}

/** One of the people of the shop, oneself first. Who left is offered only where they are chosen already. `clearable` lets nobody be. */
export function PersonSelect({ value, onChange, except = null, ...props }: PersonSelectProps) {
  const t = useText();
  const me = useMe();
  const people = usePeople();
  const nameOf = usePersonName();
  const offered = people.filter(({ id, archivedAt }) => id !== except && (archivedAt === null || id === value));
  const [mine, others] = [offered.filter(({ id }) => id === me?.id), offered.filter(({ id }) => id !== me?.id)];
  const data = [...mine, ...others].map(({ id, archivedAt }) => {
    const name = nameOf(id);
    if (archivedAt !== null) return { value: id, label: t('people.left', { name }) };
    return { value: id, label: id === me?.id && offered.length > 1 ? t('people.me', { name }) : name };
  });
  return (
    <Select
      searchable={data.length > 7}
      nothingFoundMessage={t('people.notFound')}
      {...props}
      data={data}
      value={value}
      onChange={(id) => onChange(id)}
      allowDeselect={false}
    />
  );
}
