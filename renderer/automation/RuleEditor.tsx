import { Alert, Button, Group, Modal, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { ActionList } from '#renderer/automation/ActionList.tsx';
import { keepDraft } from '#renderer/automation/draft-store.ts';
import { DryRun } from '#renderer/automation/DryRun.tsx';
import { EventFields } from '#renderer/automation/EventFields.tsx';
import { ProblemText, useProblemText } from '#renderer/automation/ProblemText.tsx';
import type { RuleDraft } from '#renderer/automation/rule-draft.ts';
import { useRuleEditor } from '#renderer/automation/use-rule-editor.ts';
import { FilterEditor, useFilterProblems } from '#renderer/filter/FilterEditor.tsx';
import { useCan } from '#renderer/people/use-me.ts';
import { entityOf } from '#shared/automation/events.ts';

interface RuleEditorProps {
  /** Null for a new one. */
  readonly id: string | null;
  readonly saved: RuleDraft;
}

/** When - if - then. */
export function RuleEditor({ id, saved }: RuleEditorProps) {
  const t = useText();
  const canEdit = useCan('automation.edit');
  const problemText = useProblemText();
  const editor = useRuleEditor({ id, saved });
  const { draft, change, problem } = editor;
  const unfinished = useFilterProblems(entityOf(draft.event), draft.conditions);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        editor.submit(unfinished);
      }}
    >
      <Stack gap="md">
        <Title order={1} size="h2">
          {id === null ? t('automation.new') : saved.name}
        </Title>
        {editor.isDirty && id !== null && (
          <Alert color="yellow" p="xs">
            {t('automation.kept')}
          </Alert>
        )}
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('automation.name')}
            placeholder={t('automation.nameExample')}
            required
            maxLength={200}
            error={problem?.field === 'name' ? problemText(problem) : undefined}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Switch
            mt={30}
            label={t('automation.isOn')}
            checked={draft.isOn}
            onChange={(event) => change({ isOn: event.currentTarget.checked })}
          />
        </Group>
        <Block name="when">
          <EventFields event={draft.event} onChange={editor.setEvent} />
          <ProblemText problem={problem} at="event" />
        </Block>
        <Block name="if" text={t('automation.block.ifText')}>
          <FilterEditor
            entity={entityOf(draft.event)}
            value={draft.conditions}
            onChange={(conditions) => change({ conditions })}
          />
          <ProblemText problem={problem} at="conditions" />
        </Block>
        <Block name="then">
          <ActionList
            actions={draft.actions}
            entity={entityOf(draft.event)}
            problem={problem}
            onChange={(actions) => change({ actions })}
          />
          {problem?.field === 'actions' && <ProblemText problem={problem} at="actions" />}
        </Block>
        <DryRun event={draft.event} conditions={draft.conditions} isReady={unfinished === 0} />
        {canEdit && (
          <Group justify="space-between">
            <Group gap="xs">
              <Button type="submit" loading={editor.isSaving}>
                {t('automation.save')}
              </Button>
              {editor.isDirty && <Discard onDiscard={editor.discard} />}
            </Group>
            {id !== null && <Delete id={id} name={saved.name} />}
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface BlockProps {
  readonly name: 'when' | 'if' | 'then';
  readonly text?: string;
  readonly children: ReactNode;
}

function Block({ name, text, children }: BlockProps) {
  const t = useText();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={`block-${name}`}>
      <Title order={2} size="h4" id={`block-${name}`} mb={text === undefined ? 'xs' : 0}>
        {t(`automation.block.${name}`)}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {text}
        </Text>
      )}
      {children}
    </Paper>
  );
}

function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useText();
  const [isAsking, asking] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" onClick={asking.open}>
        {t('automation.discard')}
      </Button>
      <Modal opened={isAsking} onClose={asking.close} title={t('automation.discard')}>
        <Stack>
          <Text>{t('automation.discard.ask')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                asking.close();
                onDiscard();
              }}
            >
              {t('automation.discard')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Delete({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useMutation(
    api.automation.delete.mutationOptions({
      onSuccess: ({ actId }) => {
        keepDraft(id, undefined);
        notifyDone('automation.deleted', { name }, { undoActId: actId });
        navigate('/automations');
        void queries.invalidateQueries({ queryKey: api.automation.key() });
      },
    }),
  );
  return (
    <Button
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.isPending}
      onClick={() => remove.mutate({ id })}
    >
      {t('automation.delete')}
    </Button>
  );
}
