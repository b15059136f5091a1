import { findParty } from '#core/party/queries.ts';
import { consentRecord } from '#core/privacy/consent.ts';
import type { ConsentRow } from '#core/privacy/consent.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord, purgeRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { Consent } from '#shared/privacy/contract.ts';

type ConsentAdded =
  | { readonly type: 'added'; readonly consent: ConsentRow }
  | { readonly type: 'notFound' }
  | { readonly type: 'refused'; readonly field: 'purpose' | 'saidOn'; readonly code: 'unknownPurpose' | 'inFuture' };

/** East of Greenwich it is tomorrow already. */
const earliestDay = 14 * 3_600_000;

/** Writes down what a client said; whatever they said before about the same stays as proof. */
export function addConsent(act: Act, said: Omit<Consent, 'id' | 'authorId' | 'createdAt'>): ConsentAdded {
  if (!findParty(act.tx, said.partyId)) return { type: 'notFound' };
  if (!readSettings(act.tx).consentPurposes.some(({ id }) => id === said.purpose))
    return { type: 'refused', field: 'purpose', code: 'unknownPurpose' };
  // What is said last holds: nothing said later could take back what is dated ahead.
  if (said.saidOn > new Date(act.at + earliestDay).toISOString().slice(0, 10))
    return { type: 'refused', field: 'saidOn', code: 'inFuture' };
  const about = { id: newId(), authorId: act.actor.userId, createdAt: act.at };
  return { type: 'added', consent: createRecord(act, consentRecord, { ...said, ...about, given: said.given ? 1 : 0 }) };
}

/** Removes what was entered wrongly. @returns undefined when there is none */
export function removeConsent(act: Act, id: string): ConsentRow | undefined {
  return purgeRecord(act, consentRecord, id);
}
