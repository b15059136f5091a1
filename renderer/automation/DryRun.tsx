import { Anchor, Button, Group, NumberInput, Paper, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { recordPath } from '#renderer/automation/record-path.ts';
import { useProblemText } from '#renderer/automation/ProblemText.tsx';
import { refusalOf } from '#renderer/automation/use-rule-editor.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import type { Filter } from '#shared/filter/filter.ts';

interface DryRunProps {
  readonly event: AutomationEvent;
  readonly conditions: Filter;
  /** False while the conditions aren't whole. */
  readonly isReady: boolean;
}

const usualDays = 90;

/** When the rule would have fired on what happened already. */
export function DryRun({ event, conditions, isReady }: DryRunProps) {
  const t = useText();
  const problemText = useProblemText();
  const [days, setDays] = useState(usualDays);
  const run = useMutation(
    api.automation.dryRun.mutationOptions({
      onError: (error) => {
        if (refusalOf(error) === null) notifyError(error);
      },
    }),
  );
  const refusal = run.error === null ? null : refusalOf(run.error);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="try-title">
      <Title order={2} size="h4" id="try-title">
        {t('automation.try')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('automation.try.text')}
      </Text>
      <Group align="flex-end">
        <NumberInput
          label={t('automation.try.days')}
          w={140}
          min={1}
          max={3650}
          allowDecimal={false}
          value={days}
          onChange={(value) => typeof value === 'number' && setDays(value)}
        />
        <Button
          variant="light"
          leftSection={<IconHistory size={16} aria-hidden />}
          disabled={!isReady}
          loading={run.isPending}
          onClick={() => run.mutate({ event, conditions, days })}
        >
          {t('automation.try')}
        </Button>
      </Group>
      <div role="status">
        {refusal !== null && (
          <Text c="var(--mantine-color-error)" mt="xs">
            {problemText(refusal)}
          </Text>
        )}
        {run.data !== undefined && <Result result={run.data} days={run.variables?.days ?? days} />}
      </div>
    </Paper>
  );
}

interface ResultProps {
  readonly days: number;
  readonly result: {
    readonly events: number;
    readonly fired: number;
    readonly latest: readonly {
      readonly recordType: string;
      readonly recordId: string;
      readonly title: string;
      readonly at: number;
    }[];
  };
}

function Result({ result, days }: ResultProps) {
  const t = useText();
  const format = useFormat();
  const { fired, events, latest } = result;
  return (
    <>
      <Text mt="sm" fw={600}>
        {t('automation.try.result', { fired, days })}{' '}
        {events > fired && (
          <Text component="span" fw={400} c="dimmed">
            {t('automation.try.events', { count: events })}
          </Text>
        )}
      </Text>
      <ul style={{ margin: '6px 0 0', paddingInlineStart: 20 }}>
        {latest.map(({ recordType, recordId, title, at }) => {
          const path = recordPath({ recordType, recordId });
          return (
            <li key={`${recordId} ${at}`}>
              {path === null ? (
                title
              ) : (
                <Anchor component={Link} href={path} underline="always">
                  {title}
                </Anchor>
              )}{' '}
              <Text component="span" size="sm" c="dimmed">
                {format.dateTime(at)}
              </Text>
            </li>
          );
        })}
      </ul>
    </>
  );
}
