import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBuildingStore, IconUserPlus } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { openQuickAdd } from '#renderer/quick-add/index.ts';
import { offerCreation } from '#renderer/search/offer-creation.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** Nobody found: a new card can begin with what was typed. */
export function CreationOffers({ typed, onLeave }: { readonly typed: string; readonly onLeave: () => void }) {
  const offer = offerCreation(typed);
  const create = (type: PartyType) => {
    onLeave();
    openQuickAdd({ type, ...offer });
  };
  return (
    <Stack gap="xs" p="md">
      <Text>
        <Message id="search.nobody" values={{ text: typed.trim() }} />
      </Text>
      <Group gap="xs">
        <Button size="compact-md" variant="light" leftSection={<IconUserPlus size={16} />} onClick={() => create('contact')}>
          <Message id="search.createContact" />
        </Button>
        {offer.email === undefined && (
          <Button
            size="compact-md"
            variant="light"
            leftSection={<IconBuildingStore size={16} />}
            onClick={() => create('company')}
          >
            <Message id="search.createCompany" />
          </Button>
        )}
      </Group>
    </Stack>
  );
}
