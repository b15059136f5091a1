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
  /** Titles of the companies a contact is of. */
  readonly companies: readonly string[];
  readonly phones: readonly { readonly raw: string; readonly e164: string | null }[];
  readonly emails: readonly string[];
  readonly taxId: string;
}

export type MatchReason = { readonly by: 'phone' | 'email' | 'taxId' | 'name'; readonly value: string };

/** Somebody known, as far as it takes to compare. */
export interface KnownIdentity {
  readonly id: string;
  readonly type: Party['type'];
  readonly name: string;
  readonly taxId: string;
  readonly companies: readonly string[];
}

/** Where those already known are looked up by one value; what an import has in hand and what is saved answer alike. */
export interface IdentitySource {
  byPhone(digits: string): readonly KnownIdentity[];
  byEmail(key: string): readonly KnownIdentity[];
  byTaxId(taxId: string): readonly KnownIdentity[];
  byNameKey(type: Party['type'], nameKey: string): readonly KnownIdentity[];
}

/**
 * Those that are the same as somebody, the surest evidence first. A shared phone or email counts only under a name that
 * fits, for a family shares a telephone; a name alone counts for a company without another tax id, and for a person
 * only within the same company.
 */
export function findSame(
  identity: Identity,
  source: IdentitySource,
): readonly { readonly known: KnownIdentity; readonly reason: MatchReason }[] {
  const found = new Map<string, { known: KnownIdentity; reason: MatchReason }>();
  function add(candidates: readonly KnownIdentity[], reason: MatchReason) {
    for (const known of candidates)
      if (known.type === identity.type && !found.has(known.id)) found.set(known.id, { known, reason });
  }
  const fits = (known: KnownIdentity) => isSameName(identity, known) && !hasOtherCompanyTaxId(identity, known);
  if (identity.taxId !== '') {
    add(
      source.byTaxId(identity.taxId).filter((known) => isSameName(identity, known)),
      { by: 'taxId', value: identity.taxId },
    );
  }
  for (const phone of identity.phones) {
    const digits = searchDigitsOf(phone);
    if (digits !== '') add(source.byPhone(digits).filter(fits), { by: 'phone', value: phone.e164 ?? phone.raw });
  }
  for (const email of identity.emails) add(source.byEmail(emailKeyOf(email)).filter(fits), { by: 'email', value: email });
  const nameKey = nameKeyOf(identity.type, identity.name);
  if (nameKey !== '' && identity.name !== '') {
    const named = source.byNameKey(identity.type, nameKey).filter((known) => fits(known) && nameIsEnough(identity, known));
    add(named, { by: 'name', value: identity.name });
  }
  return [...found.values()];
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
    .readRaw<[string], [string]>(
      'SELECT company.title FROM link JOIN party company ON company.id = link.company_id WHERE link.contact_id = ?',
    )
    .all(id)
    .map(([title]) => title);
  return { id, type: party.type, name: party.nameKey === '' ? '' : party.title, taxId: party.taxId, companies };
}

function isSameName(identity: Identity, known: KnownIdentity): boolean {
  if (identity.type === 'contact') return namesFit(identity.name, known.name);
  if (identity.name === '' || known.name === '') return true;
  return companyNameKey(identity.name) === companyNameKey(known.name);
}

function hasOtherCompanyTaxId(identity: Identity, known: KnownIdentity): boolean {
  return identity.type === 'company' && identity.taxId !== '' && known.taxId !== '' && identity.taxId !== known.taxId;
}

function nameIsEnough(identity: Identity, known: KnownIdentity): boolean {
  if (identity.type === 'company') return true;
  const keys = new Set(known.companies.map(companyNameKey));
  return identity.companies.some((company) => keys.has(companyNameKey(company)));
}
