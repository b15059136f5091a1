import { Button, Group, Modal, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { StageFields } from '#renderer/pipeline/StageFields.tsx';
import { draftOfPipeline, newStage, stagesOf } from '#renderer/pipeline/pipeline-draft.ts';
import type { PipelineDraft, StageDraft } from '#renderer/pipeline/pipeline-draft.ts';
import { cardFields } from '#shared/pipeline/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface PipelineFormProps {
  /** Null while it is closed. */
  readonly pipeline: Pipeline | 'new' | null;
  readonly onClose: () => void;
}

/** The form of a pipeline with its stages. */
export function PipelineForm({ pipeline, onClose }: PipelineFormProps) {
  return (
    <Modal
      opened={pipeline !== null}
      onClose={onClose}
      size="xl"
      closeOnClickOutside={false}
      title={<Message id={pipeline === 'new' ? 'deal.pipeline.add' : 'deal.pipeline.edit'} />}
    >
      {pipeline !== null && <Fields pipeline={pipeline} onClose={onClose} />}
    </Modal>
  );
}

function Fields({ pipeline, onClose }: PipelineFormProps & { readonly pipeline: Pipeline | 'new' }) {
  const t = useText();
  const [draft, setDraft] = useState<PipelineDraft>(() => draftOfPipeline(pipeline));
  const change = (changes: Partial<PipelineDraft>) => setDraft((now) => ({ ...now, ...changes }));
  const changeStage = (key: string, changes: Partial<StageDraft>) =>
    setDraft((now) => ({ ...now, stages: now.stages.map((stage) => (stage.key === key ? { ...stage, ...changes } : stage)) }));
  const { save, isSaving, isStageInUse } = useSavePipeline(pipeline, onClose);
  const isNamed = draft.name.trim() !== '' && draft.stages.length > 0 && draft.stages.every(({ name }) => name.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) save(draft);
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('deal.pipeline.name')}
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('deal.pipeline.cardFields')}
          description={t('deal.pipeline.cardFieldsText')}
          data={cardFields.map((value) => ({ value, label: t(`deal.cardField.${value}`) }))}
          value={[...draft.cardFields]}
          onChange={(fields) => change({ cardFields: cardFields.filter((field) => fields.includes(field)) })}
        />
        <Text fw={600}>
          <Message id="deal.pipeline.stages" />
        </Text>
        {draft.stages.map((stage, index) => (
          <StageFields
            key={stage.key}
            stage={stage}
            index={index}
            count={draft.stages.length}
            onChange={(changes) => changeStage(stage.key, changes)}
            onMove={(step) => change({ stages: movedStage(draft.stages, index, step) })}
            onRemove={() => change({ stages: draft.stages.filter(({ key }) => key !== stage.key) })}
          />
        ))}
        <Group>
          <Button
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => change({ stages: [...draft.stages, newStage(draft.stages.length)] })}
          >
            <Message id="deal.stage.add" />
          </Button>
        </Group>
        {isStageInUse && (
          <Text c="var(--mantine-color-error)" role="alert">
            <Message id="deal.stage.inUse" />
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={isSaving} disabled={!isNamed}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSavePipeline(pipeline: Pipeline | 'new', onSaved: () => void) {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (draft: PipelineDraft) => {
      const input = { name: draft.name.trim(), cardFields: [...draft.cardFields], stages: stagesOf(draft) };
      return pipeline === 'new' ? client.pipeline.create(input) : client.pipeline.update({ ...input, id: pipeline.id });
    },
    onSuccess: () => {
      onSaved();
      void queries.invalidateQueries({ queryKey: api.pipeline.key() });
    },
    onError: (failure) => {
      if (refusedField(failure) !== 'stages') notifyError(failure);
    },
  });
  return { save: (draft: PipelineDraft) => mutate(draft), isSaving: isPending, isStageInUse: refusedField(error) === 'stages' };
}

function movedStage(stages: readonly StageDraft[], index: number, step: -1 | 1): readonly StageDraft[] {
  const next = [...stages];
  const [stage] = next.splice(index, 1);
  if (stage !== undefined) next.splice(index + step, 0, stage);
  return next;
}
