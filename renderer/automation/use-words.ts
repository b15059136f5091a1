import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useFieldLabel } from '#renderer/automation/use-field-label.ts';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import type { Assignee, AutomationAction, Due } from '#shared/automation/actions.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';

export interface RuleWords {
  /** "When a request comes in". */
  readonly event: (event: AutomationEvent) => string;
  /** "task “Call”: Ana, in 15 minutes". */
  readonly action: (action: AutomationAction) => string;
}

/** What sets rules off and what they do, in plain words. */
export function useRuleWords(): RuleWords {
  const event = useEventWords();
  const action = useActionWords();
  return useMemo(() => ({ event, action }), [event, action]);
}

function useEventWords(): RuleWords['event'] {
  const t = useText();
  const stageOf = useStages();
  const labelOf = useFieldLabel();
  return useMemo(() => {
    const task = (event: Extract<AutomationEvent, { readonly type: 'taskDone' | 'taskOverdue' }>) =>
      [event.taskType === null ? '' : t(`task.type.${event.taskType}`), event.purpose].filter((part) => part !== '').join(', ') ||
      t('automation.any');
    const dated = ({ record, field, days, at }: Extract<AutomationEvent, { readonly type: 'dateReached' }>) => {
      const values = { field: labelOf(record, field), days: Math.abs(days), time: at };
      return t(
        days === 0 ? 'automation.when.dateOn' : days < 0 ? 'automation.when.dateBefore' : 'automation.when.dateAfter',
        values,
      );
    };
    return (event) => {
      switch (event.type) {
        case 'recordCreated':
          return t('automation.when.recordCreated', { record: t(`automation.record.${event.record}`) });
        case 'fieldChanged': {
          const values = { field: labelOf(event.record, event.field), record: t(`automation.record.${event.record}`) };
          return t(event.filled ? 'automation.when.fieldFilled' : 'automation.when.fieldChanged', values);
        }
        case 'stageEntered':
          return event.stageId === null
            ? t('automation.when.anyStage')
            : t('automation.when.stageEntered', { stage: stageOf(event.stageId)?.name ?? '…' });
        case 'taskDone':
        case 'taskOverdue':
          return t(`automation.when.${event.type}`, { task: task(event) });
        case 'dateReached':
          return dated(event);
        case 'documentAccepted':
          return t('automation.when.documentAccepted', {
            document: event.kind === null ? t('automation.any') : t(`document.kind.${event.kind}`),
          });
        default:
          return t(`automation.when.${event.type}`);
      }
    };
  }, [labelOf, stageOf, t]);
}

/** `whoOf(assignee)`: who gets it, in words. */
export function useAssigneeWords(): (assignee: Assignee) => string {
  const t = useText();
  const locale = useLocale();
  const personName = usePersonName();
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return (assignee) => {
      switch (assignee.type) {
        case 'people': {
          const names = list.format(assignee.userIds.map(personName).filter((name) => name !== ''));
          return assignee.userIds.length < 2
            ? names
            : t('automation.who.said', { names, by: t(`automation.who.by.${assignee.by}`) });
        }
        case 'role':
          return t('automation.who.said', {
            names: t(`people.role.${assignee.role}`),
            by: t(`automation.who.by.${assignee.by}`),
          });
        default:
          return t(`automation.who.${assignee.type}`);
      }
    };
  }, [locale, personName, t]);
}

function useActionWords(): RuleWords['action'] {
  const t = useText();
  const stageOf = useStages();
  const labelOf = useFieldLabel();
  const who = useAssigneeWords();
  return useMemo(() => {
    const due = (when: Due) => {
      if (when.type === 'none') return '';
      if (when.type === 'dealMoment') return t(`automation.due.${when.field}`);
      return [t(`automation.in.${when.unit}`, { amount: when.amount }), when.at ?? ''].filter((part) => part !== '').join(', ');
    };
    return (action) => {
      switch (action.type) {
        case 'createTask': {
          const title = action.title || t(`task.type.${action.taskType}`);
          const said = t('automation.do.createTask', { title, who: who(action.assignee) });
          return [said, due(action.due)].filter((part) => part !== '').join(', ');
        }
        case 'setField':
          return t('automation.do.setField', {
            field: labelOf(action.record, action.field),
            value: action.value === null || action.value === '' ? t('automation.nothing') : String(action.value),
          });
        case 'addTag':
          return t('automation.do.addTag', { tag: action.tag });
        case 'assign':
          return t('automation.do.assign', { who: who(action.assignee) });
        case 'moveStage':
          return t('automation.do.moveStage', { stage: stageOf(action.stageId)?.name ?? '…' });
        case 'notify':
          return t('automation.do.notify', { who: who(action.to) });
        case 'createDocument':
          return t('automation.do.createDocument', { document: t(`document.kind.${action.kind}`) });
        case 'prepareMessage':
          return t('automation.do.prepareMessage', { who: who(action.assignee) });
        case 'wait':
          return t('automation.do.wait', { span: t(`automation.for.${action.unit}`, { amount: action.amount }) });
        default:
          return t(`automation.do.${action.type}`);
      }
    };
  }, [labelOf, stageOf, t, who]);
}
