import { Anchor, Badge, Group, Paper, Switch, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { automationPath } from '#renderer/automation/automation-path.ts';
import { hasDraft } from '#renderer/automation/draft-store.ts';
import { MoveTools } from '#renderer/automation/MoveTools.tsx';
import { RuleSentence } from '#renderer/automation/RuleSentence.tsx';
import { useDragging } from '#renderer/automation/use-dragging.ts';
import type { Automation } from '#shared/automation/contract.ts';

interface RuleRowProps {
  readonly rule: Automation;
  readonly index: number;
  readonly count: number;
  readonly canEdit: boolean;
  readonly onMove: (from: number, to: number) => void;
}

/** A rule in the list: its switch, what it says, and how often it was of use. It is moved by dragging, or by its arrows. */
export function RuleRow({ rule, index, count, canEdit, onMove }: RuleRowProps) {
  const t = useText();
  const { card, handle, isOver } = useDragging<HTMLLIElement>(index, onMove);
  const { name } = rule;
  const canMove = canEdit && count > 1;
  return (
    <Paper
      ref={card}
      component="li"
      withBorder
      px="md"
      py="xs"
      style={isOver ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
    >
      <Group wrap="nowrap" align="flex-start" gap="md">
        <RuleSwitch rule={rule} canEdit={canEdit} />
        <RuleWords rule={rule} />
        {canMove && (
          <Group gap={2} wrap="nowrap">
            <MoveTools
              index={index}
              count={count}
              up={t('automation.order.up', { name })}
              down={t('automation.order.down', { name })}
              onMove={onMove}
            />
            <span ref={handle} style={{ cursor: 'grab', display: 'flex' }} title={t('automation.order.drag')}>
              <IconGripVertical size={18} aria-hidden />
            </span>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

function RuleSwitch({ rule, canEdit }: Pick<RuleRowProps, 'rule' | 'canEdit'>) {
  const t = useText();
  const queries = useQueryClient();
  const save = useMutation(
    api.automation.update.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: api.automation.key() }) }),
  );
  const isOn = save.isPending ? save.variables.isOn : rule.isOn;
  return (
    <Switch
      mt={3}
      aria-label={t('automation.on', { name: rule.name })}
      checked={isOn ?? rule.isOn}
      disabled={!canEdit}
      onChange={(event) => save.mutate({ id: rule.id, isOn: event.currentTarget.checked })}
    />
  );
}

function RuleWords({ rule }: Pick<RuleRowProps, 'rule'>) {
  const t = useText();
  const format = useFormat();
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Group gap="xs">
        <Anchor component={Link} href={automationPath(rule.id)} fw={600}>
          {rule.name}
        </Anchor>
        {hasDraft(rule.id) && (
          <Badge color="yellow" variant="light" tt="none">
            {t('automation.unsaved')}
          </Badge>
        )}
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <RuleSentence rule={rule} />
      </Text>
      <Text size="sm" c="dimmed">
        {t('automation.runs', { count: rule.recentRuns })}
        {rule.lastRunAt !== null && `, ${t('automation.lastRun', { ago: format.relative(rule.lastRunAt) })}`}
      </Text>
    </div>
  );
}
