import { Anchor, Badge, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { automationPath } from '#renderer/automation/automation-path.ts';
import { recordPath } from '#renderer/automation/record-path.ts';
import { useWhyWords } from '#renderer/automation/use-why-words.ts';
import type { AutomationRun } from '#shared/automation/contract.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const colours = { done: 'teal', waiting: 'yellow', failed: 'red', stopped: 'red' } as const;

/** One time that a rule fired: on what, why, and what came of each step. */
export function RunEntry({ run, isOnCard = false }: { readonly run: AutomationRun; readonly isOnCard?: boolean }) {
  const t = useText();
  const format = useFormat();
  const whyOf = useWhyWords();
  const path = recordPath(run);
  const title = run.recordTitle || t('automation.log.goneRecord');
  return (
    <Paper component="li" withBorder={!isOnCard} px={isOnCard ? 0 : 'md'} py={isOnCard ? 4 : 'xs'}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} href={automationPath(run.automationId)} fw={600}>
            {run.automationName || t('automation.log.goneRule')}
          </Anchor>
          <Text size="sm">
            {whyOf(run)}
            {!isOnCard && ': '}
            {!isOnCard &&
              (path === null || run.recordTitle === '' ? (
                title
              ) : (
                <Anchor component={Link} href={path} inherit underline="always">
                  {title}
                </Anchor>
              ))}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Text size="sm" c="dimmed" title={format.dateTime(run.at)}>
            {format.relative(run.at)}
          </Text>
          {!isOnCard && (
            <Badge variant="light" color={colours[run.status]} tt="none">
              {t(`automation.status.${run.status}`)}
            </Badge>
          )}
        </Group>
      </Group>
      <ol style={{ listStyle: 'none', margin: '4px 0 0', padding: 0 }}>
        {run.steps.map((step, index) => (
          <StepLine key={index} step={step} />
        ))}
      </ol>
    </Paper>
  );
}

const icons = { done: IconCheck, waiting: IconClock, skipped: IconMinus, failed: IconAlertTriangle } as const;

function StepLine({ step }: { readonly step: AutomationRun['steps'][number] }) {
  const t = useText();
  const format = useFormat();
  const codeText = useCodeText();
  const Icon = icons[step.status];
  const path = recordPath(step);
  const isGood = step.status === 'done' || step.status === 'waiting';
  const state =
    step.status === 'waiting' && step.at !== null
      ? t('automation.step.until', { when: format.dateTime(step.at) })
      : t(`automation.status.${step.status}`);
  const why = step.code === '' ? '' : codeText(step.code);
  return (
    <Text component="li" size="sm" c={step.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
      <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', marginInlineEnd: 4 }} />
      {step.action === '' ? '' : `${t(`automation.action.${step.action}` as MessageKey)}: `}
      {isGood || why === '' ? state.toLocaleLowerCase() : `${state.toLocaleLowerCase()}: ${why}`}
      {path !== null && step.status === 'done' && (
        <>
          {' · '}
          <Anchor component={Link} href={path} inherit underline="always">
            {t('automation.step.open')}
          </Anchor>
        </>
      )}
    </Text>
  );
}

/** Why a step was not done, in plain words. */
function useCodeText(): (code: string) => string {
  const t = useText();
  const { messages } = useIntl();
  return (code) => {
    const key = `automation.code.${code}`;
    return key in messages ? t(key as 'automation.code.noDeal') : t('automation.code.other', { code });
  };
}
