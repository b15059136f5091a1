import '#core/filter/filterables.ts';
import { isFitting } from '#core/automation/field-value.ts';
import { readCustomFields } from '#core/custom-field/commands.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { filterCatalogueOf } from '#core/filter/filterable.ts';
import { findPerson } from '#core/people/queries.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import type { Assignee, AutomationAction } from '#shared/automation/actions.ts';
import { entityOf } from '#shared/automation/events.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import { settableFields } from '#shared/automation/settable-fields.ts';
import { unknownFields } from '#shared/automation/text-fields.ts';
import type { Filter } from '#shared/filter/filter.ts';
import { pathText, validateFilter } from '#shared/filter/validate-filter.ts';

/** What of a rule can't work: where, and why. */
export interface RuleProblem {
  readonly field: string;
  readonly code: string;
  readonly value?: string;
}

interface RuleParts {
  readonly event: AutomationEvent;
  readonly conditions: Filter;
  readonly actions: readonly AutomationAction[];
}

/** The first thing by which a rule can't work, or undefined. */
export function checkRule(db: ReadDb, { event, conditions, actions }: RuleParts): RuleProblem | undefined {
  return (
    checkEvent(db, event) ??
    checkConditions(db, event, conditions) ??
    firstOf(actions, (action, index) => checkAction(db, action, `actions.${index}`))
  );
}

export function checkConditions(db: ReadDb, event: AutomationEvent, conditions: Filter): RuleProblem | undefined {
  const [problem] = validateFilter(conditions, filterCatalogueOf(entityOf(event), readCustomFields(db)));
  return (
    problem && { field: ['conditions', pathText(problem)].filter(Boolean).join('.'), code: problem.code, value: problem.field }
  );
}

export function checkEvent(db: ReadDb, event: AutomationEvent): RuleProblem | undefined {
  if (event.type === 'stageEntered' && event.stageId !== null && !isThere(db, 'stage', event.stageId))
    return { field: 'event.stageId', code: 'unknownStage', value: event.stageId };
  if ((event.type === 'fieldChanged' || event.type === 'dateReached') && !hasField(db, event.record, event.field))
    return { field: 'event.field', code: 'unknownField', value: event.field };
  return undefined;
}

function checkAction(db: ReadDb, action: AutomationAction, path: string): RuleProblem | undefined {
  switch (action.type) {
    case 'createTask':
      return checkTexts({ title: action.title, text: action.text }, path) ?? checkPeople(db, action.assignee, `${path}.assignee`);
    case 'prepareMessage':
      return (
        checkTexts({ subject: action.subject, text: action.text }, path) ?? checkPeople(db, action.assignee, `${path}.assignee`)
      );
    case 'notify':
      return checkTexts({ text: action.text }, path) ?? checkPeople(db, action.to, `${path}.to`);
    case 'assign':
      return checkPeople(db, action.assignee, `${path}.assignee`);
    case 'moveStage':
      return isThere(db, 'stage', action.stageId)
        ? undefined
        : { field: `${path}.stageId`, code: 'unknownStage', value: action.stageId };
    case 'acceptLead':
      return action.stageId === null || isThere(db, 'stage', action.stageId)
        ? undefined
        : { field: `${path}.stageId`, code: 'unknownStage', value: action.stageId };
    case 'setField':
      if (!isSettable(db, action)) return { field: `${path}.field`, code: 'unknownField', value: action.field };
      return isFitting(action) ? undefined : { field: `${path}.value`, code: 'wrongValue' };
    case 'createDocument':
      return action.templateId === null || isThere(db, 'document_template', action.templateId)
        ? undefined
        : { field: `${path}.templateId`, code: 'unknownTemplate', value: action.templateId };
    default:
      return undefined;
  }
}

function checkTexts(texts: Readonly<Record<string, string>>, path: string): RuleProblem | undefined {
  for (const [name, text] of Object.entries(texts)) {
    const [unknown] = unknownFields(text);
    if (unknown !== undefined) return { field: `${path}.${name}`, code: 'unknownField', value: unknown };
  }
  return undefined;
}

function checkPeople(db: ReadDb, assignee: Assignee, field: string): RuleProblem | undefined {
  if (assignee.type !== 'people') return undefined;
  const unknown = assignee.userIds.find((id) => !findPerson(db, id));
  return unknown === undefined ? undefined : { field, code: 'unknownPerson', value: unknown };
}

function isSettable(db: ReadDb, { record, field }: Extract<AutomationAction, { readonly type: 'setField' }>): boolean {
  if (field.startsWith('custom.')) return record !== 'lead' && hasCustom(db, field.slice(7));
  return (settableFields[record] as readonly string[]).includes(field);
}

function hasField(db: ReadDb, record: 'party' | 'deal', field: string): boolean {
  return field.startsWith('custom.') ? hasCustom(db, field.slice(7)) : Object.hasOwn(recordTypeNamed(record).fields, field);
}

function hasCustom(db: ReadDb, key: string): boolean {
  return readCustomFields(db).some((field) => field.key === key);
}

function isThere(db: ReadDb, table: 'stage' | 'document_template', id: string): boolean {
  return db.read<[string], unknown>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item, index: number) => Found | undefined): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
