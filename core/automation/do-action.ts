import { findAssignee } from '#core/automation/assign.ts';
import { acceptForRule, assignTo, moveToStage, setField, tagClient, win } from '#core/automation/change-records.ts';
import { makeDocument } from '#core/automation/make-document.ts';
import { closeTasks } from '#core/automation/close-tasks.ts';
import { giveTask, prepareMessage } from '#core/automation/give-task.ts';
import { done, skipped } from '#core/automation/running.ts';
import type { Done, Running } from '#core/automation/running.ts';
import { fillWords } from '#core/automation/text-values.ts';
import { notify } from '#core/notice/commands.ts';
import { assertNever } from '#core/procedure.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

type Simple = Exclude<AutomationAction, { readonly type: 'wait' | 'webhook' }>;

/** Does one action. @param place among the rule's actions, from 0: part of the ids it makes */
export function doAction(action: AutomationAction, running: Running, place: number): Done {
  const step = action as Simple;
  switch (step.type) {
    case 'createTask':
      return giveTask(step, running, place);
    case 'prepareMessage':
      return prepareMessage(step, running, place);
    case 'notify':
      return tell(step, running, place);
    case 'acceptLead':
      return acceptForRule(step, running);
    case 'setField':
      return setField(step, running);
    case 'addTag':
      return tagClient(step.tag, running);
    case 'closeTasks':
      return closeTasks(step.purpose, running);
    case 'assign':
      return assignTo(findAssignee(step.assignee, running), running);
    case 'moveStage':
      return moveToStage(step.stageId, running);
    case 'winDeal':
      return win(running);
    case 'createDocument':
      return makeDocument(step, running, place);
    default:
      return assertNever(step);
  }
}

function tell({ to, text }: Extract<AutomationAction, { readonly type: 'notify' }>, running: Running, place: number): Done {
  const { act, runId, subject } = running;
  const deal = subject.deal();
  const party = subject.party();
  const record = deal ? ({ type: 'deal', id: deal.id } as const) : party ? ({ type: 'party', id: party.id } as const) : undefined;
  const notice = notify(act, {
    id: deterministicId('notice', runId, place),
    userId: findAssignee(to, running),
    kind: 'rule',
    text: fillWords(text, running),
    params: { client: party?.title ?? '', title: deal?.title ?? '' },
    ...(record && { record }),
  });
  return notice ? done('notice', notice.id) : skipped('nobody');
}
