import type { RowProblem } from '#shared/import/mapping.ts';
import type { CustomValue, PartyKind, PartyType } from '#shared/party/fields.ts';
import type { DraftPhone } from './row-draft.ts';
import type { MessengerService } from '#shared/import/read-label.ts';

/** Something said of a party, and whose it is where the column says so. */
export interface Owned<T> {
  readonly value: T;
  readonly party: PartyType | null;
}

export interface AddressParts {
  label: string;
  readonly street: string[];
  /** The whole address in one piece, which counts only where no street of its own is known. */
  full: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  party: PartyType | null;
}

/** What the cells of one row said, before it is settled who is who. Filled column by column, then thrown away. */
export interface RowParts {
  fullName: string;
  readonly givenName: string[];
  readonly middleName: string[];
  readonly familyName: string[];
  nickname: string;
  readonly jobTitle: string[];
  readonly department: string[];
  companyName: string;
  legalName: string;
  industry: string;
  contactPerson: string;
  partyType: PartyType | null;
  readonly phones: Owned<DraftPhone>[];
  readonly emails: Owned<{ label: string; address: string }>[];
  readonly addresses: Map<number, AddressParts>;
  readonly messengers: Owned<{ label: string; service: MessengerService; handle: string }>[];
  readonly webPages: Owned<{ label: string; url: string }>[];
  birthday: string;
  readonly taxIds: { readonly value: string; readonly party: PartyType | null; readonly header: string }[];
  kind: PartyKind | null;
  readonly tags: string[];
  readonly groups: string[];
  readonly source: string[];
  readonly preferences: string[];
  readonly notes: string[];
  /** What found no place of its own: "header: text", kept below the notes. */
  readonly leftovers: string[];
  readonly custom: Record<string, CustomValue>;
  readonly problems: RowProblem[];
}

export function emptyParts(): RowParts {
  return {
    fullName: '',
    givenName: [],
    middleName: [],
    familyName: [],
    nickname: '',
    jobTitle: [],
    department: [],
    companyName: '',
    legalName: '',
    industry: '',
    contactPerson: '',
    partyType: null,
    phones: [],
    emails: [],
    addresses: new Map(),
    messengers: [],
    webPages: [],
    birthday: '',
    taxIds: [],
    kind: null,
    tags: [],
    groups: [],
    source: [],
    preferences: [],
    notes: [],
    leftovers: [],
    custom: {},
    problems: [],
  };
}
