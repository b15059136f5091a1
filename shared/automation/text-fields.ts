/** What a rule's words may hold in braces: {client.name}. */
export const textFields = [
  'client.name',
  'client.phone',
  'client.email',
  'client.address',
  'deal.title',
  'deal.amount',
  'deal.balance',
  'deal.stage',
  'deal.siteAddress',
  'deal.visitAt',
  'deal.leaveAt',
  'deal.workAt',
  'lead.title',
  'lead.text',
  'lead.source',
  'task.title',
  'task.result',
  'owner.name',
  'actor.name',
  'shop.name',
] as const;
export type TextField = (typeof textFields)[number];

const placeholder = /\{([a-z]+\.[A-Za-z]+)\}/g;

/** Puts values where their fields are named; one that has no value leaves nothing. */
export function fillText(text: string, valueOf: (field: TextField) => string): string {
  return text.replace(placeholder, (tag, name: string) =>
    (textFields as readonly string[]).includes(name) ? valueOf(name as TextField) : tag,
  );
}

/** Fields named in a text that don't exist. */
export function unknownFields(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name = '']) =>
    (textFields as readonly string[]).includes(name) ? [] : [name],
  );
}
