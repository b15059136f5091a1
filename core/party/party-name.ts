import type { Party } from '#core/party/party.ts';
import { joinName } from '#shared/name/join-name.ts';
import { companyNameKey } from '#shared/name/company-name.ts';
import { foldText, foldWords } from '#shared/text/fold-text.ts';

/**
 * The title a party is shown by, and the keys it is sorted and compared by. Somebody whose name isn't known goes by
 * what is: a company's legal name, a phone, an email.
 */
export function nameParty(party: Party, country: string): Pick<Party, 'title' | 'sortKey' | 'nameKey'> {
  const name = party.type === 'contact' ? joinName(party, country) || party.nickname : party.name || party.legalName;
  const title = name || party.phones[0]?.raw || party.emails[0]?.address || party.taxId;
  return { title, sortKey: foldText(title) || title, nameKey: keyOf(party, name) };
}

/** Equal for two ways of writing one name: order, case and accents of a person's, the legal form of a company's. */
export function nameKeyOf(type: Party['type'], name: string): string {
  return type === 'contact' ? foldWords(name).sort().join(' ') : companyNameKey(name);
}

function keyOf(party: Party, name: string): string {
  return name === '' ? '' : nameKeyOf(party.type, name);
}
