import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { AuditSection } from '#renderer/audit/AuditSection.tsx';
import { BackupSection } from '#renderer/backup/BackupSection.tsx';
import { EncryptionSection } from '#renderer/encryption/EncryptionSection.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { LoginLogSection } from '#renderer/session/LoginLogSection.tsx';
import { PasswordSection } from '#renderer/session/PasswordSection.tsx';
import { SessionsSection } from '#renderer/session/SessionsSection.tsx';
import { PrivacySection } from '#renderer/privacy/PrivacySection.tsx';
import { useScrollToHash } from '#renderer/settings/use-scroll-to-hash.ts';

/** What keeps the shop's data safe: from loss, from thieves and from curious eyes. Each part is a section of its feature. */
export function SafetyPage() {
  useScrollToHash();
  const canEncrypt = useCan('encryption.manage');
  const canManagePrivacy = useCan('privacy.manage');
  const canSeeAudit = useCan('audit.see');
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
          <Message id={canSeeAudit ? 'safety.text' : 'safety.text.own'} />
        </Text>
      </div>
      <BackupSection />
      <PasswordSection />
      <SessionsSection />
      <LoginLogSection />
      {canEncrypt && <EncryptionSection />}
      {canManagePrivacy && <PrivacySection />}
      {canSeeAudit && <AuditSection />}
    </Stack>
  );
}
