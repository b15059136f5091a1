import type { ReadDb } from '#core/database/connection.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { contactsOf } from '#core/deal/deal-contact.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { readRecord } from '#core/records/write.ts';
import type { DocumentData, DocumentKind } from '#shared/document/data.ts';
import type { Address } from '#shared/party/fields.ts';
import { formatPhone } from '#shared/phone/format-phone.ts';
import type { Settings } from '#shared/settings/contract.ts';

type Seller = DocumentData['seller'];
type Buyer = DocumentData['buyer'];

export function sellerOf({ shopName, seller }: Settings): Seller {
  const name = shopName || seller.legalName;
  return { ...seller, name, legalName: seller.legalName === name ? '' : seller.legalName };
}

/** The client of a deal, as written on a document. */
export function buyerOf(db: ReadDb, deal: DealRow, kind: DocumentKind): Buyer {
  const party = readRecord(db, partyRecord, deal.partyId)?.row;
  if (!party) return { name: '', company: '', taxId: '', address: '', phone: '', email: '', contact: '' };
  const contact = party.type === 'company' ? contactsOf(db, deal.id).find(({ partyId }) => partyId !== party.id) : undefined;
  const contactCard = contact && readRecord(db, partyRecord, contact.partyId)?.row;
  return {
    name: party.title,
    company: party.legalName === party.title ? '' : party.legalName,
    taxId: party.taxId,
    address: writeAddress(addressFor(party, kind)) || deal.siteAddress,
    phone: phoneOf(party) || (contactCard ? phoneOf(contactCard) : ''),
    email: party.emails[0]?.address ?? contactCard?.emails[0]?.address ?? '',
    contact: contact?.title ?? '',
  };
}

/** Where the work is done: at the deal's own place or at the client's. */
export function siteOf(db: ReadDb, deal: DealRow): string {
  if (deal.siteAddress) return deal.siteAddress;
  const party = readRecord(db, partyRecord, deal.partyId)?.row;
  return party ? writeAddress(party.addresses[0]) : '';
}

function addressFor({ addresses }: Party, kind: DocumentKind): Address | undefined {
  const label = kind === 'invoice' || kind === 'contract' ? 'billing' : kind === 'jobSheet' ? 'delivery' : 'main';
  return addresses.find((address) => address.label === label) ?? addresses[0];
}

function writeAddress(address: Address | undefined): string {
  if (!address) return '';
  const { street, postalCode, city, region, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, town, region === city ? '' : region, country].filter(Boolean).join(', ');
}

/** With its country code: a document may leave the country. */
function phoneOf({ phones }: Party): string {
  const [phone] = phones;
  if (!phone) return '';
  return phone.e164 === null ? phone.raw : formatPhone(phone.e164, '');
}
