import { Group, NumberInput, SegmentedControl, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { languageNames } from '#renderer/app/languages.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { AssigneeFields } from '#renderer/automation/AssigneeFields.tsx';
import { FilledText } from '#renderer/automation/FilledText.tsx';
import { SetFieldForm } from '#renderer/automation/SetFieldForm.tsx';
import { StageSelect } from '#renderer/automation/StageSelect.tsx';
import { TaskForm } from '#renderer/automation/TaskForm.tsx';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import { delayUnits } from '#shared/automation/actions.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { documentKinds } from '#shared/document/data.ts';

export interface ActionFormProps<Action extends AutomationAction = AutomationAction> {
  readonly action: Action;
  readonly onChange: (action: AutomationAction) => void;
}

export type ActionOf<Type extends AutomationAction['type']> = Extract<AutomationAction, { readonly type: Type }>;

/** What has to be said about an action, by its type. */
export function ActionForm({ action, onChange }: ActionFormProps) {
  const t = useText();
  switch (action.type) {
    case 'createTask':
      return <TaskForm action={action} onChange={onChange} />;
    case 'acceptLead':
      return <AcceptForm action={action} onChange={onChange} />;
    case 'setField':
      return <SetFieldForm action={action} onChange={onChange} />;
    case 'addTag':
      return <TagForm action={action} onChange={onChange} />;
    case 'closeTasks':
      return (
        <TextInput
          label={t('automation.purpose')}
          description={t('automation.closeTasksText')}
          maw={320}
          maxLength={60}
          value={action.purpose}
          onChange={({ currentTarget }) => onChange({ ...action, purpose: currentTarget.value })}
        />
      );
    case 'assign':
      return <AssigneeFields value={action.assignee} onChange={(assignee) => onChange({ ...action, assignee })} />;
    case 'moveStage':
      return (
        <StageSelect
          label={t('automation.stage')}
          value={action.stageId}
          onChange={(stageId) => onChange({ ...action, stageId: stageId ?? '' })}
        />
      );
    case 'winDeal':
      return null;
    case 'notify':
      return (
        <Stack gap="sm">
          <AssigneeFields value={action.to} onChange={(to) => onChange({ ...action, to })} />
          <FilledText
            label={t('automation.words')}
            isLong
            max={2000}
            value={action.text}
            onChange={(text) => onChange({ ...action, text })}
          />
        </Stack>
      );
    case 'createDocument':
      return <DocumentForm action={action} onChange={onChange} />;
    case 'prepareMessage':
      return <MessageForm action={action} onChange={onChange} />;
    case 'webhook':
      return (
        <TextInput
          type="url"
          label={t('automation.url')}
          description={t('automation.urlText')}
          maxLength={2000}
          value={action.url}
          onChange={({ currentTarget }) => onChange({ ...action, url: currentTarget.value })}
        />
      );
    case 'wait':
      return <WaitForm action={action} onChange={onChange} />;
  }
}

function AcceptForm({ action, onChange }: ActionFormProps<ActionOf<'acceptLead'>>) {
  const t = useText();
  const stageOf = useStages();
  return (
    <StageSelect
      label={t('automation.stage')}
      nothing={t('automation.firstStage')}
      value={action.stageId}
      onChange={(stageId) =>
        onChange({ ...action, stageId, pipelineId: stageId === null ? null : (stageOf(stageId)?.pipelineId ?? null) })
      }
    />
  );
}

function TagForm({ action, onChange }: ActionFormProps<ActionOf<'addTag'>>) {
  const t = useText();
  const words = useQuery(api.party.words.queryOptions()).data;
  return (
    <TagsInput
      label={t('automation.tag')}
      maw={320}
      maxTags={1}
      acceptValueOnBlur
      limit={50}
      data={words?.tags ?? []}
      value={action.tag === '' ? [] : [action.tag]}
      onChange={(tags) => onChange({ ...action, tag: tags.at(-1) ?? '' })}
    />
  );
}

function DocumentForm({ action, onChange }: ActionFormProps<ActionOf<'createDocument'>>) {
  const t = useText();
  const settings = useSettings();
  const { data: templates = [] } = useQuery(api.document.templates.queryOptions());
  const own = templates.filter(({ kind }) => kind === action.kind);
  return (
    <Stack gap="sm">
      <Select
        label={t('automation.document')}
        maw={320}
        allowDeselect={false}
        data={documentKinds.map((kind) => ({ value: kind, label: t(`document.kind.${kind}`) }))}
        value={action.kind}
        onChange={(kind) => kind !== null && onChange({ ...action, kind: kind as typeof action.kind, templateId: null })}
      />
      {own.length > 0 && (
        <Select
          label={t('document.template')}
          maw={320}
          allowDeselect={false}
          data={[
            { value: '', label: t('automation.usualTemplate') },
            ...own.map(({ id, name, language }) => ({
              value: id,
              label: language === settings.language ? name : `${name} (${languageNames[language]})`,
            })),
          ]}
          value={action.templateId ?? ''}
          onChange={(id) => id !== null && onChange({ ...action, templateId: id === '' ? null : id })}
        />
      )}
      <AssigneeFields
        label={t('automation.notifyAfter')}
        nobody={t('automation.nobody')}
        value={action.notify}
        onChange={(notify) => onChange({ ...action, notify })}
      />
    </Stack>
  );
}

const messageChannels = ['message', 'email'] as const;

function MessageForm({ action, onChange }: ActionFormProps<ActionOf<'prepareMessage'>>) {
  const t = useText();
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500}>
          {t('automation.channel')}
        </Text>
        <SegmentedControl
          aria-label={t('automation.channel')}
          data={messageChannels.map((channel) => ({ value: channel, label: t(`task.type.${channel}`) }))}
          value={action.channel}
          onChange={(channel) => onChange({ ...action, channel: channel as typeof action.channel })}
        />
      </div>
      {action.channel === 'email' && (
        <FilledText
          label={t('automation.subject')}
          max={300}
          value={action.subject}
          onChange={(subject) => onChange({ ...action, subject })}
        />
      )}
      <FilledText
        label={t('automation.words')}
        isLong
        max={10_000}
        value={action.text}
        onChange={(text) => onChange({ ...action, text })}
      />
      <AssigneeFields value={action.assignee} onChange={(assignee) => onChange({ ...action, assignee })} />
    </Stack>
  );
}

function WaitForm({ action, onChange }: ActionFormProps<ActionOf<'wait'>>) {
  const t = useText();
  return (
    <Group align="flex-start">
      <NumberInput
        label={t('automation.amount')}
        w={110}
        min={1}
        max={100_000}
        allowDecimal={false}
        value={action.amount}
        onChange={(amount) => typeof amount === 'number' && onChange({ ...action, amount })}
      />
      <Select
        label={t('automation.unit')}
        w={190}
        allowDeselect={false}
        data={delayUnits.map((unit) => ({ value: unit, label: t(`automation.unit.${unit}`) }))}
        value={action.unit}
        onChange={(unit) => unit !== null && onChange({ ...action, unit: unit as typeof action.unit })}
      />
    </Group>
  );
}
