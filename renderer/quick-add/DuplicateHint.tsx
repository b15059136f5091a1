import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { client } from '#renderer/app/client.ts';
import type { PartyType } from '#shared/party/fields.ts';

type Duplicates = Awaited<ReturnType<typeof client.party.findDuplicates>>;

interface DuplicateHintProps {
  readonly duplicates: Duplicates;
  readonly onOpen: (type: PartyType, id: string) => void;
}

/** Who may be there already, why it seems so, and a way to the existing card. */
export function DuplicateHint({ duplicates, onOpen }: DuplicateHintProps) {
  return (
    <div role="status">
      {duplicates.length > 0 && (
        <Alert color="yellow" icon={<IconUserSearch />} title={<Message id="quickAdd.alreadyThere" />} py="sm">
          <Stack gap={6}>
            {duplicates.slice(0, 3).map((duplicate) => (
              <Duplicate key={duplicate.party.id} duplicate={duplicate} onOpen={onOpen} />
            ))}
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function Duplicate({ duplicate, onOpen }: { readonly duplicate: Duplicates[number] } & Pick<DuplicateHintProps, 'onOpen'>) {
  const t = useText();
  const format = useFormat();
  const { party, reasons } = duplicate;
  const why = reasons.map(({ by, value }) => t(`quickAdd.same.${by}`, { value: by === 'phone' ? format.phone(value) : value }));
  const details = [party.company, party.city, ...new Set(why)].filter((text) => text !== '').join(' · ');
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Text fw={600}>{party.title}</Text>
        <Text size="sm">{details}</Text>
      </div>
      <Button
        size="compact-md"
        variant="default"
        style={{ flex: 'none' }}
        aria-label={t('quickAdd.openNamed', { name: party.title })}
        onClick={() => onOpen(party.type, party.id)}
      >
        <Message id="quickAdd.openExisting" />
      </Button>
    </Group>
  );
}
