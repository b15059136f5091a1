import { findSame, identityOf, savedIdentities } from '#core/party/duplicates.ts';
import type { IdentitySource, KnownIdentity } from '#core/party/duplicates.ts';
import type { Party } from '#core/party/party.ts';
import type { Act } from '#core/records/act.ts';
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
export function recogniseCaller(act: Act, { contact, company }: Caller): string | undefined {
  const known = sharing(contact, identitiesSeen(act));
  if (known.length < 2) return known[0]?.identity.id;
  const names = [contact, company].flatMap((party) => (party && party.nameKey !== '' ? [party.title] : []));
  const fitting = known.filter(({ identity }) => names.length === 0 || names.some((name) => namesFit(name, identity.name)));
  const lastDealtWith = act.tx.readColumn<[string], number | null>('SELECT max(happened_at) FROM activity WHERE party_id = ?');
  const dealt = new Map(fitting.map(({ identity: { id } }) => [id, lastDealtWith.get(id) ?? 0]));
  const [best] = fitting.toSorted(
    (one, other) => other.shared - one.shared || (dealt.get(other.identity.id) ?? 0) - (dealt.get(one.identity.id) ?? 0),
  );
  return best?.identity.id;
}

/** Somebody of that name in a company already there, of whom nothing known speaks against it. */
export function recogniseAtCompany(act: Act, contact: Party, companyId: string): string | undefined {
  if (contact.nameKey === '') return undefined;
  return findSame(identityOf(contact, [companyId]), identitiesSeen(act))?.known.id;
}

/** The company of this name, unless phones or emails of its own tell it from the one saved. */
export function recogniseCompany(act: Act, company: Party): string | undefined {
  return findSame(identityOf(company, []), identitiesSeen(act))?.known.id;
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

/** Those already there whom whoever acts sees, by what she sees of them: nobody is told who else is there by being recognised. */
function identitiesSeen({ tx, guard }: Act): IdentitySource {
  const source = savedIdentities(tx);
  if (!guard) return source;
  const seen = (found: Iterable<KnownIdentity>) => [...found].filter(({ id }) => guard.seesParty(id));
  return {
    byPhone: (digits) => (guard.hides('phones') ? [] : seen(source.byPhone(digits))),
    byEmail: (key) => (guard.hides('emails') ? [] : seen(source.byEmail(key))),
    byTaxId: (taxId) => (guard.hides('taxId') ? [] : seen(source.byTaxId(taxId))),
    byNameKey: (type, nameKey) => seen(source.byNameKey(type, nameKey)),
  };
}
