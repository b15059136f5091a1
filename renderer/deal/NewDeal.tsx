import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { AskedFields, useAskedLabel } from '#renderer/deal/asked/AskedFields.tsx';
import { closeNewDeal, useNewDeal } from '#renderer/deal/open-new-deal.ts';
import type { NewDealStart } from '#renderer/deal/open-new-deal.ts';
import { PartyPicker } from '#renderer/deal/PartyPicker.tsx';
import { useNewDealForm } from '#renderer/deal/use-new-deal-form.ts';
import { NoPipeline } from '#renderer/pipeline/NoPipeline.tsx';
import { useFieldRights, useStageRights } from '#renderer/people/use-rights.ts';
import { usePipelines } from '#renderer/pipeline/use-pipelines.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

/** The short form of a new deal; opened by `openNewDeal`. */
export function NewDeal() {
  const start = useNewDeal();
  const { pipelines } = usePipelines();
  return (
    <Modal opened={start !== null} onClose={closeNewDeal} title={<Message id="deal.new" />} yOffset="7vh">
      {start !== null && pipelines?.length === 0 && <NoPipeline />}
      {start !== null && pipelines !== undefined && pipelines.length > 0 && <Form start={start} pipelines={pipelines} />}
    </Modal>
  );
}

interface FormProps {
  readonly start: NewDealStart;
  readonly pipelines: readonly Pipeline[];
}

function Form({ start, pipelines }: FormProps) {
  const t = useText();
  const form = useNewDealForm({ start, pipelines });
  const stageRight = useStageRights();
  const seesMoney = useFieldRights()('estimate', 'deal') !== 'hide';
  const { pipeline } = form;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="sm">
        <PartyPicker
          label={t('deal.field.partyId')}
          autoFocus={start.party === undefined}
          canCreate
          value={form.party}
          error={form.error === 'party' ? t('deal.client.choose') : undefined}
          onChange={form.setParty}
        />
        <TextInput
          label={t('deal.field.title')}
          description={t('deal.field.titleText')}
          maxLength={200}
          {...(start.party === undefined ? {} : { 'data-autofocus': true })}
          value={form.title}
          onChange={(event) => form.setTitle(event.currentTarget.value)}
        />
        {seesMoney && (
          <TextInput
            label={t('deal.field.estimateIn', { currency: form.currency })}
            inputMode="decimal"
            error={form.estimateError}
            value={form.estimate}
            onChange={(event) => form.setEstimate(event.currentTarget.value)}
          />
        )}
        <Group grow align="start">
          {pipelines.length > 1 && (
            <Select
              label={t('deal.field.pipelineId')}
              allowDeselect={false}
              data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
              value={pipeline.id}
              onChange={(id) => id !== null && form.setPipelineId(id)}
            />
          )}
          <Select
            label={t('deal.field.stageId')}
            allowDeselect={false}
            data={pipeline.stages
              .filter(({ id }) => stageRight(id) === 'open')
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={form.stageId}
            onChange={(id) => id !== null && form.setStageId(id)}
          />
        </Group>
        <Asked form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={closeNewDeal}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={form.isSaving}>
            <Message id="deal.create" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the stage asks for: what can be typed here, and what can't. */
function Asked({ form }: { readonly form: ReturnType<typeof useNewDealForm> }) {
  const t = useText();
  const labelOf = useAskedLabel();
  const fields = Object.keys(form.asked);
  return (
    <>
      {form.elsewhere.length > 0 && (
        <Alert color="yellow" role="alert">
          {t('lead.accept.elsewhere', { fields: form.elsewhere.map(labelOf).join(', ') })}
        </Alert>
      )}
      {fields.length > 0 && (
        <section aria-label={t('lead.accept.asked')}>
          <Text fw={600} mb={4}>
            {t('lead.accept.asked')}
          </Text>
          <AskedFields fields={fields} draft={form.asked} unreadable={form.unreadable} onChange={form.setAsked} />
        </section>
      )}
    </>
  );
}
