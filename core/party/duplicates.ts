import type { ReadDb } from '#core/database/connection.ts';
import { emailKeyOf, searchDigitsOf } from '#core/party/party-index.ts';
import { nameKeyOf } from '#core/party/party-name.ts';
import { findParty } from '#core/party/queries.ts';
import type { Party } from '#core/party/party.ts';
import { companyNameKey } from '#shared/name/company-name.ts';
import { namesFit } from '#shared/name/names-fit.ts';

/** What is known of somebody who may already be there. A value that is empty is evidence of nothing. */
export interface Identity {
  readonly type: Party['type'];
  readonly name: string;
  readonly taxId: string;
  /** Ids of the companies a contact is of. */
  readonly companies: readonly string[];
  /** As searched for, see `searchDigitsOf`. */
  readonly phones: readonly string[];
  /** As compared, see `emailKeyOf`. */
  readonly emails: readonly string[];
}

export interface KnownIdentity extends Identity {
  readonly id: string;
}

export interface Match {
  readonly known: KnownIdentity;
  readonly by: 'phone' | 'email' | 'taxId' | 'name';
  /** What both have: digits, an address, a tax id, a name. */
  readonly value: string;
}

/** Where those already known are looked up by one value; what an import has in hand and what is saved answer alike. */
export interface IdentitySource {
  byPhone(digits: string): readonly KnownIdentity[];
  byEmail(key: string): readonly KnownIdentity[];
  byTaxId(taxId: string): readonly KnownIdentity[];
  byNameKey(type: Party['type'], nameKey: string): readonly KnownIdentity[];
}

/** Everybody who shares something with somebody, the surest evidence first: to be shown to a person, who decides. */
export function findSimilar(identity: Identity, source: IdentitySource): readonly Match[] {
  const found = new Map<string, Match>();
  function add(candidates: readonly KnownIdentity[], by: Match['by'], value: string) {
    for (const known of candidates) {
      if (known.type === identity.type && !found.has(known.id)) found.set(known.id, { known, by, value });
    }
  }
  if (identity.taxId !== '') add(source.byTaxId(identity.taxId), 'taxId', identity.taxId);
  for (const phone of identity.phones) add(source.byPhone(phone), 'phone', phone);
  for (const email of identity.emails) add(source.byEmail(email), 'email', email);
  const nameKey = identity.name === '' ? '' : nameKeyOf(identity.type, identity.name);
  if (nameKey !== '') add(source.byNameKey(identity.type, nameKey), 'name', identity.name);
  return [...found.values()];
}

/**
 * The first who surely is the same. A shared phone, email or tax id counts only under a name that fits, for a family
 * shares a telephone; a name alone counts for a company, and for a person of the same company, where nothing that both
 * have speaks against it.
 */
export function findSame(identity: Identity, source: IdentitySource): Match | undefined {
  return findSimilar(identity, source).find((match) => isSame(identity, match));
}

function isSame(identity: Identity, { known, by }: Match): boolean {
  if (!isSameName(identity, known)) return false;
  if (identity.type === 'company' && differ([identity.taxId], [known.taxId])) return false;
  if (by !== 'name') return true;
  if (identity.type === 'contact' && !identity.companies.some((company) => known.companies.includes(company))) return false;
  return !differ(identity.phones, known.phones) && !differ(identity.emails, known.emails);
}

/** Both have such values, and none in common. */
function differ(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [some.filter(Boolean), others.filter(Boolean)];
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}

function isSameName(identity: Identity, known: Identity): boolean {
  if (identity.name === '' || known.name === '') return true;
  return identity.type === 'contact'
    ? namesFit(identity.name, known.name)
    : companyNameKey(identity.name) === companyNameKey(known.name);
}

/** Looks those up who are saved and in use. */
export function savedIdentities(db: ReadDb): IdentitySource {
  const idOf = db.readRaw<[number], [string]>('SELECT id FROM party WHERE seq = ?');
  const bySeqs = (seqs: readonly [number][]) => known(seqs.flatMap(([seq]) => idOf.get(seq)?.[0] ?? []));
  const known = (ids: readonly string[]) => ids.flatMap((id) => knownIdentity(db, id) ?? []);
  const limit = 50;
  return {
    byPhone: (digits) =>
      bySeqs(db.readRaw<[string], [number]>(`SELECT party_seq FROM party_phone WHERE digits = ? LIMIT ${limit}`).all(digits)),
    byEmail: (key) =>
      bySeqs(db.readRaw<[string], [number]>(`SELECT party_seq FROM party_email WHERE address = ? LIMIT ${limit}`).all(key)),
    byTaxId: (taxId) =>
      bySeqs(
        db
          .readRaw<[string], [number]>(
            `SELECT seq FROM party WHERE tax_id = ? AND tax_id <> '' AND deleted_at IS NULL LIMIT ${limit}`,
          )
          .all(taxId),
      ),
    byNameKey: (type, nameKey) =>
      bySeqs(
        db
          .readRaw<[string, string], [number]>(
            `SELECT seq FROM party WHERE name_key = ? AND name_key <> '' AND type = ? AND deleted_at IS NULL LIMIT ${limit}`,
          )
          .all(nameKey, type),
      ),
  };
}

function knownIdentity(db: ReadDb, id: string): KnownIdentity | undefined {
  const party = findParty(db, id);
  if (!party) return undefined;
  const companies = db
    .readRaw<[string], [string]>('SELECT company_id FROM link WHERE contact_id = ?')
    .all(id)
    .map(([company]) => company);
  return { ...identityOf(party, companies), id };
}

/** What a party, or what is known of one before it is saved, is recognised by. */
export function identityOf(
  party: Pick<Party, 'type' | 'title' | 'nameKey' | 'taxId' | 'phones' | 'emails'>,
  companies: readonly string[],
): Identity {
  return {
    type: party.type,
    name: party.nameKey === '' ? '' : party.title,
    taxId: party.taxId,
    companies,
    phones: party.phones.map(searchDigitsOf).filter((digits) => digits !== ''),
    emails: party.emails.map(({ address }) => emailKeyOf(address)),
  };
}
