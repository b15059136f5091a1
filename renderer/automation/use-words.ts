import { useRoleWords } from '#renderer/people/use-roles.ts';
import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { useFieldLabel } from '#renderer/automation/use-field-label.ts';
import { useStages } from '#renderer/pipeline/use-pipelines.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { fillText } from '#shared/automation/text-fields.ts';
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
    const task = ({ taskType, purpose }: Extract<AutomationEvent, { readonly type: 'taskDone' | 'taskOverdue' }>) => {
      if (purpose !== '') return `«${purpose}»`;
      return taskType === null ? t('automation.any') : t(`task.type.${taskType}`);
    };
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

/** What begins a line of its own, put into a sentence. */
function withinSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}

/** `whoOf(assignee)`: who gets it, in words. */
export function useAssigneeWords(): (assignee: Assignee) => string {
  const t = useText();
  const locale = useLocale();
  const personName = usePersonName();
  const roles = useRoleWords();
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
            names: roles.nameOf(assignee.role),
            by: t(`automation.who.by.${assignee.by}`),
          });
        default:
          return withinSentence(t(`automation.who.${assignee.type}`));
      }
    };
  }, [locale, personName, t, roles]);
}

/** `filled(text)`: words with fields in them, the fields called by their names: "Call [Client's name]". */
function useFilledWords(): (text: string) => string {
  const t = useText();
  return useMemo(() => (text) => fillText(text, (field) => `[${t(`automation.insert.${field}`)}]`), [t]);
}

function useActionWords(): RuleWords['action'] {
  const t = useText();
  const stageOf = useStages();
  const labelOf = useFieldLabel();
  const who = useAssigneeWords();
  const filled = useFilledWords();
  return useMemo(() => {
    const due = (when: Due) => {
      if (when.type === 'none') return '';
      if (when.type === 'dealMoment') return withinSentence(t(`automation.due.${when.field}`));
      return [t(`automation.in.${when.unit}`, { amount: when.amount }), when.at ?? ''].filter((part) => part !== '').join(', ');
    };
    return (action) => {
      switch (action.type) {
        case 'createTask': {
          const title = filled(action.title) || t(`task.type.${action.taskType}`);
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
        case 'closeTasks':
          return t('automation.do.closeTasks', { purpose: action.purpose });
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
  }, [filled, labelOf, stageOf, t, who]);
}
