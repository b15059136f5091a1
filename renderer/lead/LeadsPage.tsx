import { Button, Group, Modal, SegmentedControl, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { ImportLeads } from '#renderer/lead/ImportLeads.tsx';
import { Inbox } from '#renderer/lead/Inbox.tsx';
import classes from '#renderer/lead/Leads.module.css';
import { openNewLead } from '#renderer/lead/open-new-lead.ts';
import { useNewLeadCount } from '#renderer/lead/use-leads.ts';
import { WaysIn } from '#renderer/lead/WaysIn.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { leadStatuses } from '#shared/lead/contract.ts';
import type { Lead } from '#shared/lead/contract.ts';

/** The inbox: every request, from wherever it came, until somebody has dealt with it. */
export function LeadsPage({ id }: { readonly id: string | null }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const canCreate = useCan('lead.create');
  const count = useNewLeadCount();
  const [areWaysShown, ways] = useDisclosure(false);
  const status = leadStatuses.find((known) => known === search.get('status')) ?? 'new';
  const text = search.get('text') ?? '';
  const setText = useDebouncedCallback((typed: string) => setSearch(addressOf(status, typed.trim()), { replace: true }), 300);
  return (
    <section className={classes.page} aria-label={t('nav.leads')}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={1} size="h3">
            {t('nav.leads')}
          </Title>
          <Text c="dimmed" role="status">
            {t('lead.newCount', { count })}
          </Text>
        </Group>
        <Group gap="xs">
          <Button variant="subtle" leftSection={<IconInfoCircle size={16} aria-hidden />} onClick={ways.open}>
            <Message id="lead.waysIn" />
          </Button>
          {canCreate && (
            <>
              <ImportLeads />
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={openNewLead}>
                <Message id="lead.add" />
              </Button>
            </>
          )}
        </Group>
      </Group>
      <Group gap="xs">
        <SegmentedControl
          aria-label={t('lead.tabs')}
          data={leadStatuses.map((value) => ({ value, label: t(`lead.tab.${value}`) }))}
          value={status}
          onChange={(value) => setSearch(addressOf(value as Lead['status'], text), { replace: true })}
        />
        <Words text={text} onChange={setText} />
      </Group>
      <Inbox id={id} status={status} text={text} />
      <Modal opened={areWaysShown} onClose={ways.close} title={t('lead.waysIn')} size={760}>
        <WaysIn />
      </Modal>
    </section>
  );
}

function Words({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  return (
    <TextInput
      type="search"
      aria-label={t('lead.search')}
      placeholder={t('lead.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={250}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function addressOf(status: Lead['status'], text: string): URLSearchParams {
  return new URLSearchParams({ ...(status === 'new' ? {} : { status }), ...(text === '' ? {} : { text }) });
}
