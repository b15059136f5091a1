import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { EncryptionSection } from '#renderer/encryption/EncryptionSection.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { useScrollToHash } from '#renderer/settings/use-scroll-to-hash.ts';

/** What keeps the shop's data safe: from loss, from thieves and from curious eyes. Each part is a section of its feature. */
export function SafetyPage() {
  useScrollToHash();
  const canEncrypt = useCan('encryption.manage');
  return (
    <Stack maw={820} mx="auto" px="lg" py="md" gap="md">
      <div>
        <Anchor component={Link} href="/settings" size="sm">
          <Message id="nav.settings" />
        </Anchor>
        <Title order={1} size="h2">
          <Message id="safety.title" />
        </Title>
        <Text c="dimmed">
          <Message id="safety.text" />
        </Text>
      </div>
      {canEncrypt && <EncryptionSection />}
    </Stack>
  );
}
