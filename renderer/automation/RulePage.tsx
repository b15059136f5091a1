import { Anchor, Center, Loader, Stack } from '@mantine/core';
import { IconArrowLeft, IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useText } from '#renderer/app/text.ts';
import { draftOf, newRule } from '#renderer/automation/rule-draft.ts';
import { RuleEditor } from '#renderer/automation/RuleEditor.tsx';

/** A rule, new or there already. */
export function RulePage({ id }: { readonly id: string }) {
  const t = useText();
  return (
    <Stack maw={900} mx="auto" px="lg" py="md" gap="md">
      <Anchor component={Link} href="/automations">
        <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('automation.all')}
      </Anchor>
      {id === 'new' ? <RuleEditor id={null} saved={newRule} /> : <Known id={id} />}
    </Stack>
  );
}

function Known({ id }: { readonly id: string }) {
  const t = useText();
  const { data, isError } = useQuery(api.automation.get.queryOptions({ input: { id } }));
  if (data !== undefined) return <RuleEditor key={data.updatedAt} id={id} saved={draftOf(data)} />;
  if (isError) return <EmptyState icon={<IconBolt />} title={t('automation.gone')} />;
  return (
    <Center mih={240}>
      <Loader aria-label={t('common.loading')} />
    </Center>
  );
}
