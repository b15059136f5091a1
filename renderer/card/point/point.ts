import type { Party, PartyPatch } from '#renderer/card/party.ts';
import type { Address, Email, Messenger, Phone, pointLabels, WebPage } from '#shared/party/fields.ts';

/** The lists of ways to reach a party. */
export interface PointTypes {
  readonly phones: Phone;
  readonly emails: Email;
  readonly addresses: Address;
  readonly messengers: Messenger;
  readonly webPages: WebPage;
}
export type PointField = keyof PointTypes;
export type Point<Field extends PointField> = PointTypes[Field];
/** A point being typed; without an id until it is saved. */
export type PointDraft<Field extends PointField> = Omit<Point<Field>, 'id' | 'e164' | 'extension'> & { readonly id?: string };

export const pointFields: readonly PointField[] = ['phones', 'emails', 'messengers', 'addresses', 'webPages'];

export const emptyDrafts: { readonly [Field in PointField]: PointDraft<Field> } = {
  phones: { label: '', raw: '' },
  emails: { label: '', address: '' },
  addresses: { label: '', street: '', city: '', region: '', postalCode: '', country: '' },
  messengers: { label: '', service: 'whatsapp', handle: '' },
  webPages: { label: '', url: '' },
};

/** Labels offered for each list; own words are always possible. */
export const labelsOffered: { readonly [Field in PointField]: readonly (typeof pointLabels)[number][] } = {
  phones: ['mobile', 'work', 'home', 'main', 'fax', 'other'],
  emails: ['work', 'home', 'billing', 'other'],
  addresses: ['main', 'work', 'home', 'delivery', 'billing', 'other'],
  messengers: ['mobile', 'work', 'home'],
  webPages: ['main', 'work', 'other'],
};

export function pointsOf<Field extends PointField>(party: Party, field: Field): readonly Point<Field>[] {
  return party[field] as unknown as readonly Point<Field>[];
}

/** Whether nothing but a label was typed. */
export function isBlank<Field extends PointField>(field: Field, draft: PointDraft<Field>): boolean {
  const own = { phones: ['raw'], emails: ['address'], messengers: ['handle'], webPages: ['url'], addresses: addressParts }[field];
  const values = draft as unknown as Readonly<Record<string, string>>;
  return own.every((key) => (values[key] ?? '').trim() === '');
}

export const addressParts = ['street', 'postalCode', 'city', 'region', 'country'] as const;

/** The words by which a point is told from others: the number, the address... */
export function pointTitle<Field extends PointField>(field: Field, point: PointDraft<Field>): string {
  const values = point as unknown as Readonly<Record<string, string>>;
  const own = { phones: ['raw'], emails: ['address'], messengers: ['handle'], webPages: ['url'], addresses: addressParts }[field];
  return own
    .map((key) => values[key] ?? '')
    .filter((part) => part !== '')
    .join(', ');
}

/** A patch that puts a point in its list, in place of the one with its id or at the end; a blank one leaves the list. */
export function putPoint<Field extends PointField>(now: Party, field: Field, draft: PointDraft<Field>): PartyPatch {
  const points = pointsOf(now, field).map((point) => toDraft(field, point));
  const isKnown = draft.id !== undefined && points.some((point) => point.id === draft.id);
  const next = isKnown ? points.map((point) => (point.id === draft.id ? draft : point)) : [...points, draft];
  return patchOf(
    field,
    next.filter((point) => !isBlank(field, point)),
  );
}

/** A patch that moves a point to a position of its list, from 0. */
export function movePoint<Field extends PointField>(
  now: Party,
  field: Field,
  { id, to }: { readonly id: string; readonly to: number },
): PartyPatch {
  const points = pointsOf(now, field).map((point) => toDraft(field, point));
  const moved = points.find((point) => point.id === id);
  const others = points.filter((point) => point.id !== id);
  return patchOf(field, moved === undefined ? points : [...others.slice(0, to), moved, ...others.slice(to)]);
}

export function removePoint<Field extends PointField>(now: Party, field: Field, id: string): PartyPatch {
  const points = pointsOf(now, field).map((point) => toDraft(field, point));
  return patchOf(
    field,
    points.filter((point) => point.id !== id),
  );
}

/** A point as it can be sent back: without what the core works out by itself. */
export function toDraft<Field extends PointField>(field: Field, point: Point<Field>): PointDraft<Field> {
  if (field !== 'phones') return point as unknown as PointDraft<Field>;
  const { id, label, raw } = point as Phone;
  return { id, label, raw } as unknown as PointDraft<Field>;
}

function patchOf<Field extends PointField>(field: Field, points: readonly PointDraft<Field>[]): PartyPatch {
  return { [field]: points } as PartyPatch;
}
