import { describe, expect, it } from 'vitest';
import {
  isSameRule,
  missingIn,
  moveAction,
  newAction,
  newEvent,
  newRule,
  ruleOf,
  withKey,
} from '#renderer/automation/rule-draft.ts';
import { automationActionSchema } from '#shared/automation/actions.ts';
import { automationEventSchema } from '#shared/automation/events.ts';

const whole = { ...newRule, name: ' Call ', actions: [withKey(newAction('createTask'))] };

describe('a rule as it is edited', () => {
  it('says what is missing, one thing at a time, from above', () => {
    expect(missingIn(newRule)).toEqual({ field: 'name', code: 'nameMissing' });
    expect(missingIn({ ...newRule, name: 'Call' })).toEqual({ field: 'actions', code: 'actionsMissing' });
    expect(missingIn({ ...whole, actions: [...whole.actions, withKey(newAction('moveStage'))] })).toEqual({
      field: 'actions.1',
      code: 'other',
    });
    expect(missingIn(whole)).toBeNull();
  });

  it('begins with actions and events that can be saved, where nothing has to be chosen', () => {
    for (const type of ['createTask', 'acceptLead', 'setField', 'assign', 'winDeal', 'notify', 'createDocument', 'wait'] as const)
      expect(automationActionSchema.parse(newAction(type))).toEqual(newAction(type));
    for (const type of ['leadCame', 'fieldChanged', 'stageEntered', 'taskDone', 'dateReached', 'documentAccepted'] as const)
      expect(automationEventSchema.parse(newEvent(type))).toEqual(newEvent(type));
  });

  it('moves steps within their list only', () => {
    const steps = (['notify', 'wait', 'winDeal'] as const).map((type) => withKey(newAction(type)));
    const types = (from: number, to: number) => moveAction(steps, from, to).map(({ action }) => action.type);
    expect(types(0, 2)).toEqual(['wait', 'winDeal', 'notify']);
    expect(types(2, 0)).toEqual(['winDeal', 'notify', 'wait']);
    expect(types(0, -1)).toEqual(['notify', 'wait', 'winDeal']);
    expect(types(2, 3)).toEqual(['notify', 'wait', 'winDeal']);
  });

  it('is the same while nothing of it was changed, whatever its keys', () => {
    expect(isSameRule(whole, { ...whole, actions: [withKey(newAction('createTask'))] })).toBe(true);
    expect(isSameRule(whole, { ...whole, isOn: false })).toBe(false);
    expect(ruleOf(whole)).toMatchObject({ name: 'Call', actions: [{ type: 'createTask' }] });
  });
});
