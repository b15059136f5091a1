import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { errorText } from '#renderer/app/error-text.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { QueryFailed } from '#renderer/card/QueryFailed.tsx';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { ChannelIcon } from '#renderer/lead/ChannelIcon.tsx';
import { useLeadName } from '#renderer/lead/lead-name.ts';
import { LeadActions } from '#renderer/lead/LeadActions.tsx';
import type { LeadDialog } from '#renderer/lead/LeadActions.tsx';
import { LeadContact } from '#renderer/lead/LeadContact.tsx';
import classes from '#renderer/lead/Leads.module.css';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { heldBy, useMayOn } from '#renderer/people/use-rights.ts';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { NextSteps } from '#renderer/task/NextSteps.tsx';
import type { Lead } from '#shared/lead/contract.ts';

interface LeadDetailProps {
  readonly id: string;
  /** As the list has it, until all of it is read. */
  readonly known: Lead | undefined;
  readonly onAct: (dialog: LeadDialog, lead: Lead) => void;
}

/** All that a request says, and what can be done with it. */
export function LeadDetail({ id, known, onAct }: LeadDetailProps) {
  const query = useQuery(
    api.lead.get.queryOptions({ input: { id }, ...(known === undefined ? {} : { placeholderData: known }) }),
  );
  if (query.data === undefined)
    return query.isError ? <QueryFailed message={errorText(query.error)} onRetry={() => void query.refetch()} /> : null;
  return <Detail lead={query.data} onAct={onAct} />;
}

function Detail({ lead, onAct }: { readonly lead: Lead } & Pick<LeadDetailProps, 'onAct'>) {
  const t = useText();
  const format = useFormat();
  const nameOf = useLeadName();
  const details = Object.entries(lead.details);
  return (
    <Paper component="article" withBorder p="md" className={classes.detail ?? ''} aria-labelledby="lead-name">
      <Stack gap="sm">
        <div>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Title order={2} size="h3" id="lead-name" tabIndex={-1}>
              {nameOf(lead)}
            </Title>
            <Badge variant="light" color={lead.status === 'rejected' ? 'gray' : 'teal'} tt="none" size="lg" flex="none">
              {t(`lead.status.${lead.status}`)}
            </Badge>
          </Group>
          {lead.companyName !== '' && lead.companyName !== nameOf(lead) && <Text c="dimmed">{lead.companyName}</Text>}
        </div>
        <LeadContact lead={lead} />
        <LeadActions lead={lead} onAct={onAct} />
        <Handled lead={lead} />
        {lead.title !== '' && (
          <Text fw={600} size="lg">
            {lead.title}
          </Text>
        )}
        {lead.text !== '' && <Text className={classes.text ?? ''}>{lead.text}</Text>}
        {details.length > 0 && (
          <section aria-label={t('lead.details')}>
            <Title order={3} size="h5" mb={4}>
              {t('lead.details')}
            </Title>
            <dl className={classes.details}>
              {details.map(([name, value]) => (
                <DetailLine key={name} name={name} value={value} />
              ))}
            </dl>
          </section>
        )}
        <Group gap="md">
          <Text size="sm" c="dimmed" style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
            <ChannelIcon channel={lead.channel} />
            {[t(`lead.channel.${lead.channel}`), lead.source].filter((part) => part !== '').join(' · ')}
          </Text>
          <Text size="sm" c="dimmed" title={format.relative(lead.receivedAt)}>
            {t('lead.came', { ago: format.dateTime(lead.receivedAt) })}
          </Text>
        </Group>
        <InCharge lead={lead} />
        {lead.status === 'new' && <NextSteps leadId={lead.id} start={{ partyId: lead.partyId, partyTitle: lead.partyTitle }} />}
      </Stack>
    </Paper>
  );
}

function DetailLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes.text}>{value}</dd>
    </>
  );
}

/** What became of it. */
function Handled({ lead }: { readonly lead: Lead }) {
  const t = useText();
  const format = useFormat();
  if (lead.status === 'new' || lead.handledAt === null) return null;
  const who = lead.handledByName || 'Cartera';
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {t('lead.handled', { status: t(`lead.status.${lead.status}`), who, when: format.dateTime(lead.handledAt) })}
      </Text>
      {lead.rejectReason !== '' && <Text size="sm">{t('lead.reason', { reason: lead.rejectReason })}</Text>}
      {lead.dealId !== null && (
        <Button
          component={Link}
          href={dealPath(lead.dealId)}
          variant="light"
          size="compact-md"
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {t('lead.openDeal')}
        </Button>
      )}
    </Group>
  );
}

/** Who is in charge; nothing where one person works alone. */
function InCharge({ lead }: { readonly lead: Lead }) {
  const t = useText();
  const queries = useQueryClient();
  const mayTake = useCan('lead.edit');
  const mayOn = useMayOn();
  const canEdit = (lead.ownerId === null ? mayTake : mayOn('lead', 'edit', heldBy(lead))) && lead.status === 'new';
  const people = useWorkingPeople();
  const save = useMutation(
    api.lead.update.mutationOptions({ onSuccess: () => void queries.invalidateQueries({ queryKey: api.lead.key() }) }),
  );
  if (people.length < 2) return null;
  return (
    <PersonSelect
      label={t('lead.field.ownerId')}
      placeholder={t('people.nobody')}
      maw={280}
      clearable
      readOnly={!canEdit}
      value={lead.ownerId}
      onChange={(ownerId) => save.mutate({ id: lead.id, ownerId })}
    />
  );
}
