import { Accordion, Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { findAnswers, scriptFor } from '#renderer/call/find-answers.ts';
import type { CallScript } from '#shared/call/contract.ts';

/** What to say, step by step, and the answers to what clients ask. */
export function ScriptPanel({ purpose }: { readonly purpose: string }) {
  const t = useText();
  const { data } = useQuery(api.call.scripts.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  if (data === undefined) return null;
  const script = data.find(({ id }) => id === chosen) ?? scriptFor(data, purpose);
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Message id="call.noScript" />
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {data.length > 1 || script === undefined ? (
        <Select
          label={t('call.script')}
          allowDeselect={false}
          data={data.map(({ id, name }) => ({ value: id, label: name }))}
          value={script?.id ?? null}
          onChange={setChosen}
        />
      ) : (
        <Text fw={600}>{script.name}</Text>
      )}
      {script !== undefined && <Steps key={script.id} script={script} />}
      {script !== undefined && script.answers.length > 0 && <Answers script={script} />}
    </Stack>
  );
}

function Steps({ script }: { readonly script: CallScript }) {
  return (
    <Stack gap={6}>
      {script.steps.map(({ text }) => (
        <Checkbox key={text} label={text} styles={{ label: { whiteSpace: 'pre-wrap' } }} />
      ))}
    </Stack>
  );
}

function Answers({ script }: { readonly script: CallScript }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const found = findAnswers(script.answers, typed);
  return (
    <div role="group" aria-label={t('call.answers')}>
      <TextInput
        label={t('call.answers')}
        placeholder={t('call.findAnswer')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Message id="call.noAnswerFound" />
        </Text>
      )}
      <Accordion
        chevronPosition="left"
        {...(found.length === 1 && found[0] !== undefined ? { defaultValue: found[0].question } : {})}
      >
        {found.map(({ question, answer }) => (
          <Accordion.Item key={question} value={question}>
            <Accordion.Control>{question}</Accordion.Control>
            <Accordion.Panel style={{ whiteSpace: 'pre-wrap' }}>{answer}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  );
}
