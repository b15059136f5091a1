import type { ReadDb } from '#core/database/connection.ts';
import { findSame, identityOf, savedIdentities } from '#core/party/duplicates.ts';
import type { IdentitySource, KnownIdentity } from '#core/party/duplicates.ts';
import type { Party } from '#core/party/party.ts';
import { namesFit } from '#shared/name/names-fit.ts';

/** Who asks, as they would be saved if nobody knew them. */
export interface Caller {
  readonly contact: Party;
  /** The company named with them; null when none was. */
  readonly company: Party | null;
}

/**
 * Whose card this is, by phone or email, or undefined:
 *
 * - the one party that has any of them, whatever name is given: whoever calls from Ana's phone is found on Ana's card;
 * - of several (a family, a company and its people), the one whose name fits the name given, then who shares most of
 *   them, then whom the shop dealt with last; with no name given, all of them fit;
 * - of several of whom none has such a name, nobody: it is another one of that family.
 */
export function recogniseCaller(db: ReadDb, { contact, company }: Caller): string | undefined {
  const source = savedIdentities(db);
  const known = sharing(contact, source);
  if (known.length < 2) return known[0]?.identity.id;
  const names = [contact, company].flatMap((party) => (party && party.nameKey !== '' ? [party.title] : []));
  const fitting = known.filter(({ identity }) => names.length === 0 || names.some((name) => namesFit(name, identity.name)));
  const lastDealtWith = db.readColumn<[string], number | null>('SELECT max(happened_at) FROM activity WHERE party_id = ?');
  const dealt = new Map(fitting.map(({ identity: { id } }) => [id, lastDealtWith.get(id) ?? 0]));
  const [best] = fitting.toSorted(
    (one, other) => other.shared - one.shared || (dealt.get(other.identity.id) ?? 0) - (dealt.get(one.identity.id) ?? 0),
  );
  return best?.identity.id;
}

/** Somebody of that name in a company already there, of whom nothing known speaks against it. */
export function recogniseAtCompany(db: ReadDb, contact: Party, companyId: string): string | undefined {
  if (contact.nameKey === '') return undefined;
  return findSame(identityOf(contact, [companyId]), savedIdentities(db))?.known.id;
}

/** The company of this name, unless phones or emails of its own tell it from the one saved. */
export function recogniseCompany(db: ReadDb, company: Party): string | undefined {
  return findSame(identityOf(company, []), savedIdentities(db))?.known.id;
}

interface Sharing {
  readonly identity: KnownIdentity;
  /** How many phones and emails both have. */
  readonly shared: number;
}

function sharing(contact: Party, source: IdentitySource): readonly Sharing[] {
  const { phones, emails } = identityOf(contact, []);
  const found = [...phones.map((phone) => source.byPhone(phone)), ...emails.map((email) => source.byEmail(email))];
  const byId = new Map<string, Sharing>();
  for (const identity of found.flatMap((identities) => [...identities]))
    byId.set(identity.id, { identity, shared: (byId.get(identity.id)?.shared ?? 0) + 1 });
  return [...byId.values()];
}
