import type { PartyInput } from '#core/party/commands.ts';
import type { Party } from '#core/party/party.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import { foldText } from '#shared/text/fold-text.ts';

type Lists = Pick<Party, 'phones' | 'emails' | 'addresses' | 'messengers' | 'webPages' | 'tags' | 'groups'>;

/** What makes two elements of a list the same one. */
const elementKeys: { readonly [Name in keyof Lists]: (element: never) => string } = {
  phones: (phone: Lists['phones'][number]) => searchDigitsOf(phone) || phone.raw,
  emails: (email: Lists['emails'][number]) => emailKeyOf(email.address),
  addresses: (place: Lists['addresses'][number]) => foldText([place.street, place.city, place.postalCode].join(' ')),
  messengers: (messenger: Lists['messengers'][number]) => `${messenger.service} ${messenger.handle.toLowerCase()}`,
  webPages: (page: Lists['webPages'][number]) => page.url.toLowerCase().replace(/\/$/, ''),
  tags: (tag: string) => tag,
  groups: (group: string) => group,
};

/**
 * What to change on somebody already there so that nothing a row says is lost: what is empty is filled, lists get what
 * they lack, notes that differ are added below. With `overwrite` the row's single values win. Nothing to change: {}.
 */
export function mergeParty(before: Party, given: PartyInput, overwrite: boolean): PartyInput {
  const changes: Record<string, unknown> = {};
  const isNameKept = !overwrite && namesDiffer(before, given);
  for (const [field, value] of Object.entries(given)) {
    if (isNameKept && nameParts.includes(field)) continue;
    if (isEmpty(value)) continue;
    const old = (before as unknown as Record<string, unknown>)[field];
    const merged = mergeField(field, { old, value, overwrite });
    if (merged !== undefined && JSON.stringify(merged) !== JSON.stringify(old)) changes[field] = merged;
  }
  return changes as PartyInput;
}

const nameParts: readonly string[] = ['givenName', 'middleName', 'familyName'];

/** Both have such a part and not the same: "Mari" is not to become "Mari Mari" by "Mari, Carmen". */
function namesDiffer(before: Party, given: PartyInput): boolean {
  const [old, come] = [before, given].map((party) => party as unknown as Record<string, string | undefined>);
  return nameParts.some((part) => {
    const [one, other] = [foldText(old?.[part] ?? ''), foldText(come?.[part] ?? '')];
    return one !== '' && other !== '' && one !== other;
  });
}

function mergeField(
  field: string,
  { old, value, overwrite }: { readonly old: unknown; readonly value: unknown; readonly overwrite: boolean },
): unknown {
  if (field in elementKeys) return mergeList(field as keyof Lists, old as never[], value as never[]);
  // The order of the keys stays, so that saying again what is known changes nothing.
  if (field === 'custom') return { ...(old as object), ...(value as object), ...(overwrite ? {} : (old as object)) };
  if (field === 'notes') return mergeNotes(String(old), String(value));
  return overwrite || isEmpty(old) ? value : undefined;
}

function mergeList(name: keyof Lists, old: readonly never[], given: readonly never[]): readonly never[] {
  const keyOf = elementKeys[name];
  const keys = new Set(old.map(keyOf));
  const come = given.filter((element) => {
    const key = keyOf(element);
    const isNew = !keys.has(key) && !(name === 'addresses' && old.some((known) => isPartOf(element, known)));
    keys.add(key);
    return isNew;
  });
  return come.length === 0 ? old : [...old, ...come];
}

/** An address that says nothing another doesn't, such as one without its town. */
function isPartOf(element: Lists['addresses'][number], known: Lists['addresses'][number]): boolean {
  return (['street', 'city', 'region', 'postalCode', 'country'] as const).every(
    (part) => element[part] === undefined || element[part] === '' || foldText(element[part]) === foldText(known[part]),
  );
}

function mergeNotes(old: string, given: string): string {
  if (old.includes(given)) return old;
  return old === '' ? given : `${old}\n${given}`;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
