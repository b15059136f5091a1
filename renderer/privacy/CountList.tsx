import { Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { countedTypes } from '#shared/privacy/counted-types.ts';

/** How many of each kind of record, in one line. */
export function CountList({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useText();
  const words = Object.entries(counts).map(([type, count]) => {
    const known = countedTypes.find((name) => name === type);
    return `${known === undefined ? type : t(`privacy.type.${known}`)}: ${count}`;
  });
  return (
    <Text size="sm" c="dimmed">
      {words.join(' · ')}
    </Text>
  );
}
