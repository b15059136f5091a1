import { ActionIcon, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import type { CallScript } from '#shared/call/contract.ts';

interface ScriptFormProps {
  /** Null while it is closed. */
  readonly script: CallScript | 'new' | null;
  readonly onClose: () => void;
}

/** A script: what to say, a step a line, and answers to what clients ask. */
export function ScriptForm({ script, onClose }: ScriptFormProps) {
  return (
    <Modal
      opened={script !== null}
      onClose={onClose}
      size="lg"
      title={<Message id={script === 'new' ? 'call.addScript' : 'call.script'} />}
    >
      {script !== null && <Fields script={script} onClose={onClose} />}
    </Modal>
  );
}

interface Draft {
  readonly name: string;
  readonly purpose: string;
  readonly steps: string;
  readonly answers: CallScript['answers'];
}

const emptyAnswer = { question: '', answer: '' };

function Fields({ script, onClose }: ScriptFormProps & { readonly script: CallScript | 'new' }) {
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(script));
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const save = useMutation({
    mutationFn: () => {
      const fields = readDraft(draft);
      return script === 'new' ? client.call.createScript(fields) : client.call.updateScript({ ...fields, id: script.id });
    },
    onSuccess: onClose,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('call.scriptName')}
          required
          data-autofocus
          maxLength={120}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('call.purpose')}
          description={t('call.purposeHint')}
          maxLength={60}
          value={draft.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
        />
        <Textarea
          label={t('call.steps')}
          autosize
          minRows={4}
          maxRows={14}
          value={draft.steps}
          onChange={(event) => set({ steps: event.currentTarget.value })}
        />
        <Answers answers={draft.answers} onChange={(answers) => set({ answers })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={save.isPending}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface AnswersProps {
  readonly answers: Draft['answers'];
  readonly onChange: (answers: Draft['answers']) => void;
}

function Answers({ answers, onChange }: AnswersProps) {
  const t = useText();
  const change = (index: number, changes: Partial<Draft['answers'][number]>) =>
    onChange(answers.map((answer, at) => (at === index ? { ...answer, ...changes } : answer)));
  return (
    <Stack gap="xs" role="group" aria-label={t('call.answers')}>
      {answers.map((answer, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an answer being typed has no other name
        <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
          <Stack gap={4} flex={1}>
            <TextInput
              aria-label={t('call.question')}
              placeholder={t('call.question')}
              maxLength={500}
              value={answer.question}
              onChange={(event) => change(index, { question: event.currentTarget.value })}
            />
            <Textarea
              aria-label={t('call.answer')}
              placeholder={t('call.answer')}
              autosize
              minRows={1}
              maxRows={8}
              value={answer.answer}
              onChange={(event) => change(index, { answer: event.currentTarget.value })}
            />
          </Stack>
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={t('call.removeAnswer')}
            onClick={() => onChange(answers.filter((_, at) => at !== index))}
          >
            <IconX size={17} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-md"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...answers, emptyAnswer])}
        >
          <Message id="call.addAnswer" />
        </Button>
      </Group>
    </Stack>
  );
}

function draftOf(script: CallScript | 'new'): Draft {
  if (script === 'new') return { name: '', purpose: '', steps: '', answers: [] };
  return { ...script, steps: script.steps.map(({ text }) => text.replaceAll('\n', ' ')).join('\n') };
}

function readDraft({ name, purpose, steps, answers }: Draft) {
  return {
    name,
    purpose,
    steps: steps
      .split('\n')
      .map((text) => ({ text: text.trim() }))
      .filter(({ text }) => text !== ''),
    answers: answers.filter(({ question }) => question.trim() !== ''),
  };
}
