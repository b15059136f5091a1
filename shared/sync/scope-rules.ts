/**
 * Which copies may have a record, and which may write it. Head office has everything. A branch has what is everybody's, what is its
 * own, and what is shared with it; never a record without those it hangs on, so a record reaches no farther than its parents.
 */
export interface ScopeRule {
  /** Where a record belongs: to everybody, to the branch its `branchId` names (null is head office), or just where its parents are. */
  readonly home: 'everybody' | 'branch' | 'parents' | 'user';
  /** Fields that name a record this one hangs on, and its type. */
  readonly parents?: Readonly<Record<string, string>>;
  /** Who may write it: head office, or everybody who has it. */
  readonly writers: 'office' | 'holders';
  /** Fields that hold the SHA-256 of a file's content, which travels apart. */
  readonly content?: readonly string[];
}

const everybodysByOffice: ScopeRule = { home: 'everybody', writers: 'office' };
const ofDeal: ScopeRule = { home: 'parents', parents: { dealId: 'deal', partyId: 'party' }, writers: 'holders' };

const rules: Readonly<Record<string, ScopeRule>> = {
  branch: everybodysByOffice,
  role: everybodysByOffice,
  team: everybodysByOffice,
  user: { home: 'user', writers: 'holders' },
  setting: everybodysByOffice,
  custom_field: everybodysByOffice,
  pipeline: everybodysByOffice,
  stage: everybodysByOffice,
  lost_reason: everybodysByOffice,
  product: everybodysByOffice,
  price_list: everybodysByOffice,
  price: everybodysByOffice,
  automation: everybodysByOffice,
  call_script: everybodysByOffice,
  document_template: { home: 'everybody', writers: 'office', content: ['hash'] },
  party: { home: 'branch', writers: 'holders' },
  link: { home: 'parents', parents: { contactId: 'party', companyId: 'party' }, writers: 'holders' },
  lead: { home: 'branch', parents: { partyId: 'party', dealId: 'deal' }, writers: 'holders' },
  deal: { home: 'branch', parents: { partyId: 'party' }, writers: 'holders' },
  deal_contact: ofDeal,
  deal_line: { home: 'parents', parents: { dealId: 'deal' }, writers: 'holders' },
  task: { home: 'branch', parents: { partyId: 'party', dealId: 'deal', leadId: 'lead' }, writers: 'holders' },
  notice: { home: 'branch', writers: 'holders' },
  activity: { home: 'parents', parents: { partyId: 'party', dealId: 'deal', taskId: 'task' }, writers: 'holders' },
  file: {
    home: 'parents',
    parents: { partyId: 'party', dealId: 'deal', activityId: 'activity' },
    writers: 'holders',
    content: ['hash'],
  },
  automation_run: { home: 'branch', parents: { dealId: 'deal', partyId: 'party' }, writers: 'holders' },
  automation_step: { home: 'parents', parents: { runId: 'automation_run' }, writers: 'holders' },
  document: { ...ofDeal, content: ['templateHash'] },
  payment: ofDeal,
  number_series: { home: 'branch', writers: 'holders' },
  conflict: { home: 'parents', writers: 'holders' },
  consent: { home: 'parents', parents: { partyId: 'party' }, writers: 'holders' },
};

/** Settings that hold for the whole company; all others are each PC's own. */
export const companySettings: ReadonlySet<string> = new Set([
  'country',
  'currency',
  'taxRate',
  'pricesIncludeTax',
  'quoteTerms',
  'quoteValidDays',
  'clientCards',
  'purchasesInOtherBranches',
  'consentPurposes',
]);

/** Whether records of a type travel at all: keys and what somebody set for this PC stay where they are. */
export function isSynced(type: string, id: string): boolean {
  return type === 'setting' ? companySettings.has(id) : Object.hasOwn(rules, type);
}

/** Whether only head office may write a record: what is everybody's. */
export function isWrittenByOffice(type: string, id: string): boolean {
  return isSynced(type, id) && rules[type]?.writers === 'office';
}

/** The types that travel. */
export const syncedTypes: readonly string[] = Object.keys(rules);

/** The rule of a type; null for one of a newer version, which stays between head office and the branch it came from. */
export function scopeRuleOf(type: string): ScopeRule | null {
  return Object.hasOwn(rules, type) ? (rules[type] ?? null) : null;
}

export const clientCardReaches = ['common', 'private'] as const;

/** What head office set about how far client cards reach. */
export interface ScopePolicy {
  /** Whether every branch has every client's card, or only its own. */
  readonly clientCards: (typeof clientCardReaches)[number];
  /** Whether branches see what clients they have bought in other branches. */
  readonly purchasesInOtherBranches: boolean;
}

export const initialScopePolicy: ScopePolicy = { clientCards: 'common', purchasesInOtherBranches: false };

/** Scopes: everybody's; head office's alone, which has all others too; or the id of a branch. */
export const everybody = '*';
export const officeOnly = 'office';
/** What head office's own copy pulls: every record, whatever its scope. */
export const allScopes = 'all';

export type ScopeSet = ReadonlySet<string>;

/** A record as far as its scope goes. */
export interface Scoped {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Types whose records may tell of another of any type, which bounds how far they reach: it is in their words. */
const tellingTypes: ReadonlySet<string> = new Set(['notice', 'automation_run']);

/** The parents that bound how far a record reaches. */
export function parentsOf({ type, fields }: Scoped): readonly { readonly type: string; readonly id: string }[] {
  const { recordType, recordId } = fields;
  // A clash about nothing is nobody's.
  const isTelling = type === 'conflict' || (tellingTypes.has(type) && typeof recordType === 'string' && recordId !== null);
  const named = Object.entries(scopeRuleOf(type)?.parents ?? {}).flatMap(([field, parent]) => {
    const id = fields[field];
    return typeof id === 'string' ? [{ type: parent, id }] : [];
  });
  return isTelling ? [{ type: String(recordType), id: String(recordId) }, ...named] : named;
}

/** Where a record belongs and who has it. */
export interface Place {
  /** The branch it belongs to, `officeOnly`, or `everybody`. */
  readonly home: string;
  readonly scopes: ScopeSet;
}

/** The place of a record that another hangs on. */
export type ParentPlace = Place & { readonly type: string };

interface Surroundings {
  /** The places of the records it hangs on, as `parentsOf` names them. One that isn't known is nobody's: `nowhere`. */
  readonly parents: readonly ParentPlace[];
  readonly policy: ScopePolicy;
  /** The branch that a record of a type unknown here came from; null is head office. */
  readonly sender: string | null;
}

/** The place of a record that isn't known. */
export const nowhere: Place = { home: officeOnly, scopes: new Set() };

/** Says where a record belongs and who has it. */
export function placeOf(record: Scoped, { parents, policy, sender }: Surroundings): Place {
  const own = ownScopes(record, policy, sender);
  const reached = parents.reduce<ScopeSet>((scopes, parent) => intersect(scopes, reachOf(record.type, parent)), own);
  const scopes = reached.size > 0 ? reached : new Set([officeOnly]);
  return { home: homeOf(record, parents), scopes };
}

/** What others see of a purchase is the deal with its lines: not what was paid, written or planned, nor what was written twice. */
function reachOf(type: string, parent: ParentPlace): ScopeSet {
  const isOfPurchase = parent.type === 'deal' || parent.type === 'deal_line';
  return isOfPurchase && type !== 'deal_line' && parent.scopes.has(everybody) ? new Set([parent.home]) : parent.scopes;
}

function homeOf({ type, fields }: Scoped, parents: readonly ParentPlace[]): string {
  if (scopeRuleOf(type)?.home === 'branch') return typeof fields['branchId'] === 'string' ? fields['branchId'] : officeOnly;
  return (parents.find((parent) => parent.type === 'deal') ?? parents[0])?.home ?? everybody;
}

function ownScopes({ type, fields }: Scoped, policy: ScopePolicy, sender: string | null): ScopeSet {
  const home = scopeRuleOf(type)?.home;
  const branch = typeof fields['branchId'] === 'string' ? fields['branchId'] : officeOnly;
  if (home === undefined) return new Set([sender ?? officeOnly]);
  if (home !== 'branch') return new Set([everybody]);
  if (type === 'party') return policy.clientCards === 'common' ? new Set([everybody]) : new Set([branch, ...sharedWith(fields)]);
  const isPurchase = type === 'deal' && fields['status'] === 'won' && policy.purchasesInOtherBranches;
  return isPurchase ? new Set([everybody]) : new Set([branch]);
}

function sharedWith(fields: Scoped['fields']): readonly string[] {
  const branches = fields['sharedWith'];
  return Array.isArray(branches) ? branches.filter((branch) => typeof branch === 'string') : [];
}

function intersect(one: ScopeSet, other: ScopeSet): ScopeSet {
  if (one.has(everybody)) return other;
  if (other.has(everybody)) return one;
  return new Set([...one].filter((scope) => other.has(scope)));
}

/** Whether a branch may write a record that it has; null is head office, which may write all. */
export function mayWrite(record: Scoped, { home, scopes }: Place, branchId: string | null): boolean {
  if (branchId === null) return true;
  const rule = scopeRuleOf(record.type);
  if (rule?.writers === 'office') return false;
  if (rule?.home === 'user') return record.fields['branchId'] === branchId;
  const isOfDeal = record.type === 'deal' || parentsOf(record).some(({ type }) => type === 'deal');
  return isOfDeal ? home === branchId : scopes.has(everybody) || scopes.has(branchId);
}

/** Roles that a branch may give to people who begin there: built-in ones, since the company's own may reach farther than a head's. */
const rolesOfBranches: ReadonlySet<unknown> = new Set(['head', 'seller', 'newcomer', 'specialist', 'bookkeeper', 'readOnly']);

/** Whether a branch may make a record with these values of those that it may write: nobody begins in a branch as an owner of the company. */
export function mayBegin({ type, fields }: Scoped): boolean {
  return scopeRuleOf(type)?.home !== 'user' || rolesOfBranches.has(fields['role']);
}

/**
 * Whether a branch may make another of a record that it may write, or remove it (null): head office alone says what somebody may do in the
 * company, in which branch they work, and whether an owner works there still.
 */
export function mayBecome(before: Scoped, after: Scoped | null): boolean {
  if (scopeRuleOf(before.type)?.home !== 'user') return true;
  const kept = before.fields['role'] === 'owner' ? ['role', 'branchId', 'archivedAt'] : ['role', 'branchId'];
  if (after === null) return before.fields['role'] !== 'owner';
  return kept.every((field) => (before.fields[field] ?? null) === (after.fields[field] ?? null));
}
