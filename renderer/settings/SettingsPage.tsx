import { Stack, Text, Title } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { BranchesSection } from '#renderer/branch/BranchesSection.tsx';
import { DocumentsSection } from '#renderer/document/DocumentsSection.tsx';
import { RequestsSection } from '#renderer/lead/RequestsSection.tsx';
import { CallsSection } from '#renderer/call/CallsSection.tsx';
import { RolesSection } from '#renderer/people/RolesSection.tsx';
import { TeamSection } from '#renderer/people/TeamSection.tsx';
import { useCan, useMe } from '#renderer/people/use-me.ts';
import { SalesSections } from '#renderer/pipeline/SalesSections.tsx';
import { ApiKeysSection } from '#renderer/settings/ApiKeysSection.tsx';
import { CustomFieldsSection } from '#renderer/settings/CustomFieldsSection.tsx';
import { DataSection } from '#renderer/settings/DataSection.tsx';
import { LanguageSection } from '#renderer/settings/LanguageSection.tsx';
import { LookSection } from '#renderer/settings/LookSection.tsx';
import { PartsSection } from '#renderer/settings/PartsSection.tsx';
import { OfficeSection } from '#renderer/sync/OfficeSection.tsx';
import { SafetyLink } from '#renderer/settings/SafetyLink.tsx';
import { ShopSection } from '#renderer/settings/ShopSection.tsx';
import { useScrollToHash } from '#renderer/settings/use-scroll-to-hash.ts';

/** All settings that whoever works may change, on one page; each is saved as soon as it is changed. */
export function SettingsPage() {
  const { version } = useSettings();
  const canEdit = useCan('settings.edit');
  const canEditFields = useCan('customField.edit');
  const canGiveKeys = useCan('apiKey.manage');
  // All of it is for who sees all of it.
  const seesEverything = useMe()?.rights === null;
  const canTakeAway = useCan('party.export') && seesEverything;
  const canManageRoles = useCan('role.manage');
  const canManageBranches = useCan('branch.manage');
  useScrollToHash();
  return (
    <Stack maw={820} mx="auto" px="lg" py="md" gap="md">
      <Title order={1} size="h2">
        <Message id="nav.settings" />
      </Title>
      {canEdit && <ShopSection />}
      <TeamSection />
      {canManageRoles && <RolesSection />}
      <SafetyLink />
      {canManageBranches && <BranchesSection />}
      <OfficeSection />
      {canEdit && (
        <>
          <SalesSections />
          <DocumentsSection />
          <LanguageSection />
          <LookSection />
          <PartsSection />
          <CallsSection />
          {canEditFields && <CustomFieldsSection />}
          <RequestsSection />
        </>
      )}
      {canGiveKeys && <ApiKeysSection />}
      {canTakeAway && <DataSection />}
      <Text size="sm" c="dimmed">
        <Message id="settings.version" values={{ version }} />
      </Text>
    </Stack>
  );
}
