import type { FilterField } from '#shared/filter/catalogue.ts';

/** Before which the words for a field's choices stand in the messages, by the key of its own name. */
const wordsByLabel: Readonly<Record<string, string>> = {
  'party.field.type': 'party.types',
  'party.field.kind': 'party.kinds',
  'party.field.preferredChannel': 'party.channel',
  'party.field.doNotContact': 'party.channel',
  'party.field.allows': 'privacy.purpose',
  'party.field.forbids': 'privacy.purpose',
  'deal.field.status': 'deal.statuses',
  'task.field.type': 'task.type',
  'task.field.status': 'task.status',
  'task.field.outcome': 'activity.outcome',
  'lead.field.status': 'lead.status',
  'lead.field.channel': 'lead.channel',
};

/** What a choice of a field is called; the choice itself where it is the user's own word. */
export function choiceWord(
  messages: Readonly<Record<string, unknown>>,
  { label }: Pick<FilterField, 'label'>,
  choice: string,
): string {
  const start = wordsByLabel[label];
  const word = start === undefined ? undefined : messages[`${start}.${choice}`];
  return typeof word === 'string' ? word : choice;
}
