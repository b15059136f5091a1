import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { MomentField } from '#renderer/date/TypedField.tsx';
import { isTyped } from '#renderer/deal/asked/asked-field.ts';
import { AskedFields, useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import { isOwnInput } from '#renderer/lead/accept-draft.ts';
import type { OwnInput } from '#renderer/lead/accept-draft.ts';
import { useLeadName } from '#renderer/lead/lead-name.ts';
import { useAccept } from '#renderer/lead/use-accept.ts';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';
import { useWorkingPeople } from '#renderer/people/use-people.ts';
import { NoPipeline } from '#renderer/pipeline/NoPipeline.tsx';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { Pipeline, Stage } from '#shared/pipeline/contract.ts';

interface AcceptDialogProps {
  /** Null while it is closed. */
  readonly lead: Lead | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Makes a deal of a request. */
export function AcceptDialog({ lead, onClose, onDone }: AcceptDialogProps) {
  const { pipelines } = usePipelines();
  const first = pipelines?.find(({ stages }) => stages.length > 0)?.stages[0];
  return (
    <Modal opened={lead !== null} onClose={onClose} title={<Message id="lead.accept.title" />} size={600} yOffset="5vh">
      {lead !== null && pipelines?.length === 0 && <NoPipeline />}
      {lead !== null && pipelines !== undefined && first !== undefined && (
        <Form key={lead.id} lead={lead} pipelines={pipelines} first={first} onClose={onClose} onDone={onDone} />
      )}
    </Modal>
  );
}

interface FormProps extends Omit<AcceptDialogProps, 'lead'> {
  readonly lead: Lead;
  readonly pipelines: readonly Pipeline[];
  readonly first: Stage;
}

function Form({ lead, pipelines, first, onClose, onDone }: FormProps) {
  const t = useText();
  const nameOf = useLeadName();
  const form = useAccept({ lead, first, onDone });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">
          <Message id="lead.accept.text" values={{ name: nameOf(lead) }} />
        </Text>
        <Fields form={form} pipelines={pipelines} />
        <Asked form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.isSaving}>
            {t('lead.accept.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Trades whose clients come to the shop: nobody sets off to an address. */
const clientsComeTo: ReadonlySet<string> = new Set(['salon', 'garage']);

type Accepting = ReturnType<typeof useAccept>;

function Fields({ form, pipelines }: { readonly form: Accepting; readonly pipelines: readonly Pipeline[] }) {
  const t = useText();
  const askedLabel = useAskedLabel();
  const people = useWorkingPeople();
  const { draft, change, missing, unreadable } = form;
  const { trade } = useSettings();
  const isOnSite = !clientsComeTo.has(trade) || missing.some((field) => field === 'leaveAt' || field === 'siteAddress');
  const pipeline = pipelines.find(({ id }) => id === draft.pipelineId);
  const errorOf = (field: OwnInput) => {
    const isBlank = draft[field] === '' || draft[field] === null;
    return unreadable === field || (missing.includes(field) && isBlank) ? t('lead.accept.unreadable') : undefined;
  };
  const typed = (field: Exclude<OwnInput, 'ownerId'>) => ({
    label: field === 'estimate' ? `${t('lead.estimate')} (${form.currency})` : askedLabel(field),
    error: errorOf(field),
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        label={t('lead.new.what')}
        data-autofocus
        maxLength={200}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        {pipelines.length > 1 && (
          <Select
            label={t('lead.pipeline')}
            allowDeselect={false}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.pipelineId}
            onChange={(id) => {
              const stage = pipelines.find((one) => one.id === id)?.stages[0];
              if (stage !== undefined) change({ pipelineId: stage.pipelineId, stageId: stage.id });
            }}
          />
        )}
        <Select
          label={t('lead.stage')}
          allowDeselect={false}
          data={(pipeline?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.stageId}
          onChange={(id) => id !== null && change({ stageId: id })}
        />
        <TextInput inputMode="decimal" {...typed('estimate')} />
      </Group>
      <Group grow align="flex-start">
        <MomentField {...typed('visitAt')} onChange={(visitAt) => change({ visitAt })} />
        {isOnSite && <MomentField {...typed('leaveAt')} onChange={(leaveAt) => change({ leaveAt })} />}
      </Group>
      <Group grow align="flex-start">
        {isOnSite && <TextInput maxLength={500} {...typed('siteAddress')} />}
        {people.length > 1 && (
          <PersonSelect
            label={t('lead.field.ownerId')}
            clearable
            error={errorOf('ownerId')}
            value={draft.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
        )}
      </Group>
    </>
  );
}

/** What else the stage wants: what can be typed here, and what can't. */
function Asked({ form }: { readonly form: Accepting }) {
  const t = useText();
  const askedLabel = useAskedLabel();
  const typed = Object.keys(form.asked);
  const elsewhere = form.missing.filter((field) => !isTyped(field) && !isOwnInput(field));
  return (
    <>
      {elsewhere.length > 0 && (
        <Alert color="yellow" role="alert">
          {t('lead.accept.elsewhere', { fields: elsewhere.map(askedLabel).join(', ') })}
        </Alert>
      )}
      {typed.length > 0 && (
        <section aria-label={t('lead.accept.asked')}>
          <Text fw={600} mb={4}>
            {t('lead.accept.asked')}
          </Text>
          <AskedFields fields={typed} draft={form.asked} unreadable={form.unreadable} onChange={form.setAsked} />
        </section>
      )}
    </>
  );
}
