import { Alert, Paper, Radio, Stack, Switch, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import type { Settings } from '#shared/settings/contract.ts';

type ClientCards = Settings['clientCards'];

/** What branches see of one another: each change says what follows before it is made. */
export function CompanyRules() {
  const t = useText();
  const { clientCards, purchasesInOtherBranches } = useSettings();
  const update = useUpdateSettings();
  const [asked, setAsked] = useState<ClientCards | null>(null);
  const [isSaving, setSaving] = useState(false);
  const change = async (next: ClientCards) => {
    setSaving(true);
    if (await update({ clientCards: next })) notifyDone('branch.rules.saved');
    setSaving(false);
    setAsked(null);
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="md" maw={720}>
        <Title order={2} size="h4">
          <Message id="branch.rules" />
        </Title>
        <Radio.Group
          label={t('branch.cards')}
          description={t('branch.cards.text')}
          value={clientCards}
          onChange={(next) => next !== clientCards && setAsked(next === 'private' ? 'private' : 'common')}
        >
          <Stack gap={8} mt={8}>
            {(['common', 'private'] as const).map((cards) => (
              <Radio key={cards} value={cards} label={t(`branch.cards.${cards}`)} description={t(`branch.cards.${cards}.text`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={t('branch.purchases')}
          description={t('branch.purchases.text')}
          checked={purchasesInOtherBranches}
          onChange={(event) => void update({ purchasesInOtherBranches: event.currentTarget.checked })}
        />
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
          <Message id="branch.rules.text" />
        </Alert>
      </Stack>
      <ConfirmDialog
        isOpen={asked !== null}
        title={<Message id={`branch.cards.${asked ?? 'common'}.ask`} />}
        action={<Message id="branch.cards.change" />}
        isPending={isSaving}
        onConfirm={() => asked !== null && void change(asked)}
        onClose={() => setAsked(null)}
      >
        <Text>
          <Message id={`branch.cards.${asked ?? 'common'}.follows`} />
        </Text>
      </ConfirmDialog>
    </Paper>
  );
}
