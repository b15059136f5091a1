import type { ReadDb } from '#core/database/connection.ts';
import { emailKeyOf, searchDigitsOf, taxIdKeyOf, taxIdKeySql } from '#core/party/party-index.ts';
import type { Party } from '#core/party/party.ts';
import { namesFit } from '#shared/name/names-fit.ts';

/** What is known of somebody who may already be there. A value that is empty is evidence of nothing. */
export interface Identity {
  readonly type: Party['type'];
  readonly name: string;
  /** As compared, see `nameKeyOf`; empty where the name is. */
  readonly nameKey: string;
  /** As compared, see `taxIdKeyOf`. */
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
  /** The row of the list being brought in that told of them; absent or null for somebody saved before it. */
  readonly line?: number | null;
}

export interface Match {
  readonly known: KnownIdentity;
  readonly by: 'phone' | 'email' | 'taxId' | 'name';
  /** What both have: digits, an address, a tax id, a name. */
  readonly value: string;
}

/** Where those already known are looked up by one value; what an import has in hand and what is saved answer alike. */
export interface IdentitySource {
  byPhone(digits: string): Iterable<KnownIdentity>;
  byEmail(key: string): Iterable<KnownIdentity>;
  byTaxId(taxId: string): Iterable<KnownIdentity>;
  byNameKey(type: Party['type'], nameKey: string): Iterable<KnownIdentity>;
}

/**
 * Everybody who shares something with somebody, the surest evidence first: to be shown to a person, who decides. Those who
 * share no more than a common name, and have other phones or emails, are others.
 */
export function findSimilar(identity: Identity, source: IdentitySource): readonly Match[] {
  return [...matchesOf(identity, source, true)].filter(({ known, by }) => by !== 'name' || !isOther(identity, known));
}

/**
 * The first who surely is the same. A shared phone, email or tax id counts only under a name that fits, for a family
 * shares a telephone; a name alone counts for a company, and for a person of the same company, where nothing that both
 * have speaks against it. Somebody of whom no more than the name is known is the one saved before under it of whom no more
 * is known either: a list that comes again brings nobody new. Within one list they are two.
 */
export function findSame(identity: Identity, source: IdentitySource): Match | undefined {
  const isNameEvidence = identity.type === 'company' || identity.companies.length > 0 || isNameAll(identity);
  for (const match of matchesOf(identity, source, isNameEvidence)) if (isSame(identity, match)) return match;
  return undefined;
}

/** One evidence after another, so that names, which cost most to look up, are only looked up where nothing else tells. */
function* matchesOf(identity: Identity, source: IdentitySource, byName: boolean): Generator<Match> {
  const found = new Set<string>();
  function* fresh(candidates: Iterable<KnownIdentity>, by: Match['by'], value: string): Generator<Match> {
    for (const known of candidates) {
      if (known.type !== identity.type || found.has(known.id)) continue;
      found.add(known.id);
      yield { known, by, value };
    }
  }
  if (identity.taxId !== '') yield* fresh(source.byTaxId(identity.taxId), 'taxId', identity.taxId);
  for (const phone of identity.phones) yield* fresh(source.byPhone(phone), 'phone', phone);
  for (const email of identity.emails) yield* fresh(source.byEmail(email), 'email', email);
  if (byName && identity.nameKey !== '') {
    yield* fresh(source.byNameKey(identity.type, identity.nameKey), 'name', identity.name);
  }
}

function isSame(identity: Identity, { known, by }: Match): boolean {
  if (!isSameName(identity, known)) return false;
  if (identity.type === 'company' && differ([identity.taxId], [known.taxId])) return false;
  if (by !== 'name') return true;
  if (identity.type === 'contact' && isNameAll(identity) && isNameAll(known)) return (known.line ?? null) === null;
  if (identity.type === 'contact' && !identity.companies.some((company) => known.companies.includes(company))) return false;
  return !isOther(identity, known);
}

/** What both have tells them apart. */
function isOther(identity: Identity, known: Identity): boolean {
  return differ(identity.phones, known.phones) || differ(identity.emails, known.emails);
}

/** Nothing is known to tell them from others of the same name. */
function isNameAll({ taxId, phones, emails, companies }: Identity): boolean {
  return taxId === '' && phones.length + emails.length + companies.length === 0;
}

/** Both have such values, and none in common. */
function differ(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [some.filter(Boolean), others.filter(Boolean)];
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}

function isSameName(identity: Identity, known: Identity): boolean {
  if (identity.name === '' || known.name === '') return true;
  return identity.type === 'contact' ? namesFit(identity.name, known.name) : identity.nameKey === known.nameKey;
}

/** Of those who share a value no more are looked at: that many share a placeholder, not a telephone. */
export const identityLimit = 50;

/** Looks those up who are in use and were saved before this is called. */
export function savedIdentities(db: ReadDb): IdentitySource {
  const last = db.readColumn<[], number | null>('SELECT max(seq) FROM party').get() ?? 0;
  if (last === 0) return nobody;
  const read = identityReader(db);
  // Each is asked for each row of an import: a limit given as a value would double the time it takes.
  const lookUp = <Values extends string[]>(sql: string) => {
    const seqs = db.readColumn<Values, number>(`${sql} LIMIT ${identityLimit}`);
    return (...values: Values) => read(seqs.all(...values).filter((seq) => seq <= last));
  };
  return {
    byPhone: lookUp<[string]>(identityQueries.byPhone),
    byEmail: lookUp<[string]>(identityQueries.byEmail),
    byTaxId: lookUp<[string]>(identityQueries.byTaxId),
    byNameKey: lookUp<[string, string]>(identityQueries.byNameKey),
  };
}

/** Rowids of those in use who have a value. */
export const identityQueries = {
  byPhone: 'SELECT party_seq FROM party_phone WHERE digits = ?',
  byEmail: 'SELECT party_seq FROM party_email WHERE address = ?',
  byTaxId: `SELECT seq FROM party WHERE ${taxIdKeySql} = ? AND tax_id <> '' AND deleted_at IS NULL`,
  byNameKey: "SELECT seq FROM party WHERE type = ? AND name_key = ? AND name_key <> '' AND deleted_at IS NULL",
} as const;

const nobody: IdentitySource = { byPhone: () => [], byEmail: () => [], byTaxId: () => [], byNameKey: () => [] };

type IdentityColumns = Record<'id' | 'title' | 'name_key' | 'tax_id' | 'phones' | 'emails', string> & Pick<Party, 'type'>;

/** Reads of parties only what they are recognised by: an import asks for millions. */
function identityReader(db: ReadDb): (seqs: readonly number[]) => readonly KnownIdentity[] {
  const bySeq = db.read<[number], IdentityColumns>(
    'SELECT id, type, title, name_key, tax_id, phones, emails FROM party WHERE seq = ?',
  );
  const companies = db.readColumn<[string], string>('SELECT company_id FROM link WHERE contact_id = ?');
  return (seqs) =>
    seqs.flatMap((seq) => {
      const row = bySeq.get(seq);
      if (!row) return [];
      const { id, type, title, name_key: nameKey, tax_id: taxId } = row;
      const phones = JSON.parse(row.phones) as Party['phones'];
      const emails = JSON.parse(row.emails) as Party['emails'];
      return { ...identityOf({ type, title, nameKey, taxId, phones, emails }, companies.all(id)), id };
    });
}

/** What a party, or what is known of one before it is saved, is recognised by. */
export function identityOf(
  party: Pick<Party, 'type' | 'title' | 'nameKey' | 'taxId' | 'phones' | 'emails'>,
  companies: readonly string[],
): Identity {
  return {
    type: party.type,
    name: party.nameKey === '' ? '' : party.title,
    nameKey: party.nameKey,
    taxId: taxIdKeyOf(party.taxId),
    companies,
    phones: party.phones.map(searchDigitsOf).filter((digits) => digits !== ''),
    emails: party.emails.map(({ address }) => emailKeyOf(address)),
  };
}
