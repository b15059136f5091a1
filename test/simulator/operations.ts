import { ORPCError } from '@orpc/server';
import type { Chance } from '#test/simulator/chance.ts';
import type { Copy } from '#test/simulator/copy.ts';

/** Something that somebody does at a computer. */
export interface Operation {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  /** Whether only head office does it. */
  readonly ofOffice?: true;
  run(copy: Copy, chance: Chance): Promise<unknown>;
}

/** There was nothing to do it to. */
class NothingThere extends Error {
  override readonly name = 'NothingThere';
}

function any(copy: Copy, chance: Chance, sql: string): string {
  const ids = copy.connection.readColumn<[], string>(sql).all();
  if (ids.length === 0) throw new NothingThere(sql);
  return chance.pick(ids);
}

const partyInUse = 'SELECT id FROM party WHERE deleted_at IS NULL ORDER BY id';
const contactInUse = "SELECT id FROM party WHERE type = 'contact' AND deleted_at IS NULL ORDER BY id";
const companyInUse = "SELECT id FROM party WHERE type = 'company' AND deleted_at IS NULL ORDER BY id";
const partyInBin = 'SELECT id FROM party WHERE deleted_at IS NOT NULL ORDER BY id';
const dealInUse = 'SELECT id FROM deal WHERE deleted_at IS NULL ORDER BY id';
const openDeal = "SELECT id FROM deal WHERE deleted_at IS NULL AND status = 'open' ORDER BY id";
const taskAny = 'SELECT id FROM task ORDER BY id';
const stageAny = 'SELECT id FROM stage ORDER BY id';
const branchAny = 'SELECT id FROM branch ORDER BY id';
const words = ['red', 'Blau', 'Ωmega', 'Σίσυφος', 'niño', 'ниже', '🙂', 'a', 'zz', 'été'];
const tags = ['vip', 'old', 'new', 'κλειδί'];
const numbers = ['612345678', '+34 600 11 22 33', '2101234567', '911 222 333'];

function word(chance: Chance): string {
  return `${chance.pick(words)} ${chance.roll(100)}`;
}

function partyChanges(copy: Copy, chance: Chance): object {
  const key = copy.connection.readColumn<[], string>("SELECT key FROM custom_field WHERE type = 'text' ORDER BY key").all();
  const changes = [
    () => ({ notes: word(chance) }),
    () => ({ source: word(chance) }),
    () => ({ kind: chance.pick(['client', 'lead', 'partner']) }),
    () => ({ tags: tags.filter(() => chance.once(2)) }),
    () => ({ phones: numbers.filter(() => chance.once(3)).map((raw) => ({ raw, label: '' })) }),
    () => ({ emails: chance.once(2) ? [] : [{ address: `a${chance.roll(9)}@b.example`, label: '' }] }),
    () => (key.length === 0 ? { preferences: word(chance) } : { custom: { [chance.pick(key)]: word(chance) } }),
    () => ({ notes: word(chance), taxId: String(chance.roll(1000)) }),
  ];
  return chance.pick(changes)();
}

const day = (chance: Chance) => `2026-0${1 + chance.roll(9)}-1${chance.roll(10)}`;
const moment = (chance: Chance) => Date.UTC(2026, 10, 1 + chance.roll(28), chance.roll(24));
const plain = (name: string, weight: number, run: Operation['run']): Operation => ({ name, weight, run });
const office = (name: string, weight: number, run: Operation['run']): Operation => ({ name, weight, run, ofOffice: true });

export const operations: readonly Operation[] = [
  plain('contact.create', 6, ({ client }, chance) =>
    client.contact.create({ givenName: word(chance), notes: word(chance), phones: [{ raw: chance.pick(numbers) }] }),
  ),
  plain('company.create', 2, ({ client }, chance) => client.company.create({ name: word(chance) })),
  plain('contact.update', 14, (copy, chance) =>
    copy.client.contact.update({ id: any(copy, chance, contactInUse), ...partyChanges(copy, chance) }),
  ),
  plain('contact.rename', 4, (copy, chance) =>
    copy.client.contact.update({ id: any(copy, chance, contactInUse), givenName: word(chance), familyName: word(chance) }),
  ),
  plain('company.update', 4, (copy, chance) =>
    copy.client.company.update({ id: any(copy, chance, companyInUse), ...partyChanges(copy, chance) }),
  ),
  plain('party.tag', 3, (copy, chance) =>
    copy.client.party.changeMany({
      ids: [any(copy, chance, partyInUse)],
      change: { type: chance.pick(['addTag', 'removeTag'] as const), tag: chance.pick(tags) },
    }),
  ),
  plain('party.delete', 4, (copy, chance) => copy.client.party.deleteMany({ ids: [any(copy, chance, partyInUse)] })),
  plain('party.restore', 3, (copy, chance) => copy.client.party.restoreMany({ ids: [any(copy, chance, partyInBin)] })),
  plain('party.purge', 4, (copy, chance) => copy.client.party.purgeMany({ ids: [any(copy, chance, partyInBin)] })),
  plain('link.create', 3, (copy, chance) =>
    copy.client.link.create({
      contactId: any(copy, chance, contactInUse),
      companyId: any(copy, chance, companyInUse),
      role: word(chance),
    }),
  ),
  plain('link.update', 2, (copy, chance) =>
    copy.client.link.update({ id: any(copy, chance, 'SELECT id FROM link ORDER BY id'), role: word(chance) }),
  ),
  plain('link.delete', 1, (copy, chance) =>
    copy.client.link.delete({ id: any(copy, chance, 'SELECT id FROM link ORDER BY id') }),
  ),
  plain('deal.create', 6, (copy, chance) =>
    copy.client.deal.create({ partyId: any(copy, chance, partyInUse), title: word(chance), estimate: chance.roll(100_000) }),
  ),
  plain('deal.update', 5, (copy, chance) =>
    copy.client.deal.update({
      id: any(copy, chance, dealInUse),
      ...chance.pick([
        { title: word(chance) },
        { estimate: chance.roll(100_000) },
        { notes: word(chance) },
        { expectedClose: day(chance) },
      ]),
    }),
  ),
  plain('deal.party', 1, (copy, chance) =>
    copy.client.deal.update({ id: any(copy, chance, dealInUse), partyId: any(copy, chance, partyInUse) }),
  ),
  plain('deal.move', 6, (copy, chance) =>
    copy.client.deal.move({ id: any(copy, chance, openDeal), stageId: any(copy, chance, stageAny) }),
  ),
  plain('deal.win', 3, (copy, chance) => copy.client.deal.win({ id: any(copy, chance, openDeal) })),
  plain('deal.lose', 2, (copy, chance) =>
    copy.client.deal.lose({ id: any(copy, chance, openDeal), reasonId: null, note: word(chance) }),
  ),
  plain('deal.reopen', 2, (copy, chance) =>
    copy.client.deal.reopen({
      id: any(copy, chance, "SELECT id FROM deal WHERE status <> 'open' AND deleted_at IS NULL ORDER BY id"),
    }),
  ),
  plain('deal.lines', 6, async (copy, chance) => {
    const id = any(copy, chance, dealInUse);
    const { lines } = await copy.client.deal.get({ id });
    const kept = lines
      .filter(() => !chance.once(3))
      .map(({ id: line, name, unitPrice }) => ({ id: line, name, unitPrice, pieces: 1 + chance.roll(3) }));
    const made = chance.once(2) ? [{ name: word(chance), unitPrice: chance.roll(10_000), pieces: 1 }] : [];
    return copy.client.deal.setLines({ id, lines: [...kept, ...made] });
  }),
  plain('deal.contacts', 2, (copy, chance) =>
    copy.client.deal.setContacts({
      id: any(copy, chance, dealInUse),
      contacts: [{ partyId: any(copy, chance, partyInUse), role: word(chance) }],
    }),
  ),
  plain('deal.delete', 2, (copy, chance) => copy.client.deal.delete({ id: any(copy, chance, dealInUse) })),
  plain('deal.restore', 1, (copy, chance) =>
    copy.client.deal.restore({ id: any(copy, chance, 'SELECT id FROM deal WHERE deleted_at IS NOT NULL ORDER BY id') }),
  ),
  plain('task.create', 5, (copy, chance) => {
    const dealId = chance.once(2) ? null : any(copy, chance, dealInUse);
    return copy.client.task.create({
      title: word(chance),
      type: 'todo',
      dueAt: moment(chance),
      ...(dealId === null ? { partyId: any(copy, chance, partyInUse) } : { dealId }),
    });
  }),
  plain('task.update', 4, (copy, chance) =>
    copy.client.task.update({
      id: any(copy, chance, taskAny),
      ...chance.pick([{ title: word(chance) }, { dueAt: moment(chance) }]),
    }),
  ),
  plain('task.done', 3, (copy, chance) =>
    copy.client.task.done({
      id: any(copy, chance, "SELECT id FROM task WHERE status = 'open' ORDER BY id"),
      result: word(chance),
    }),
  ),
  plain('task.reopen', 1, (copy, chance) =>
    copy.client.task.reopen({ id: any(copy, chance, "SELECT id FROM task WHERE status <> 'open' ORDER BY id") }),
  ),
  plain('task.delete', 1, (copy, chance) => copy.client.task.delete({ id: any(copy, chance, taskAny) })),
  plain('activity.create', 5, (copy, chance) =>
    copy.client.activity.create({ partyId: any(copy, chance, partyInUse), type: 'note', text: word(chance) }),
  ),
  plain('activity.update', 2, (copy, chance) =>
    copy.client.activity.update({
      id: any(copy, chance, "SELECT id FROM activity WHERE type = 'note' ORDER BY id"),
      text: word(chance),
    }),
  ),
  plain('activity.delete', 1, (copy, chance) =>
    copy.client.activity.delete({ id: any(copy, chance, 'SELECT id FROM activity ORDER BY id') }),
  ),
  plain('payment.create', 4, (copy, chance) =>
    copy.client.payment.create({ dealId: any(copy, chance, dealInUse), amount: 1 + chance.roll(5000) }),
  ),
  plain('payment.reverse', 1, (copy, chance) =>
    copy.client.payment.reverse({ id: any(copy, chance, 'SELECT id FROM payment ORDER BY id') }),
  ),
  plain('lead.create', 3, ({ client }, chance) =>
    client.lead.create({ name: word(chance), phone: chance.pick(numbers), text: word(chance) } as never),
  ),
  plain('undo', 5, async (copy, chance) => {
    const { rows } = await copy.client.history.acts({ limit: 4 });
    const open = rows.filter(({ canUndo }) => canUndo);
    if (open.length === 0) throw new NothingThere('acts');
    return copy.client.history.undo({ id: chance.pick(open).id, keepEdited: chance.once(2) });
  }),
  plain('client.move', 3, (copy, chance) => {
    const own = copy.branchId === null ? partyInUse : `SELECT id FROM party WHERE branch_id = '${copy.branchId}' ORDER BY id`;
    const branchId = chance.once(4) ? null : any(copy, chance, branchAny);
    return copy.client.branch.moveClients({ ids: [any(copy, chance, own)], branchId });
  }),
  plain('client.share', 2, (copy, chance) => {
    const own = copy.branchId === null ? partyInUse : `SELECT id FROM party WHERE branch_id = '${copy.branchId}' ORDER BY id`;
    return copy.client.branch.shareClient({ id: any(copy, chance, own), branchIds: [any(copy, chance, branchAny)] });
  }),
  plain('conflict.resolve', 4, (copy, chance) =>
    copy.client.conflict.resolve({
      ids: [any(copy, chance, "SELECT id FROM conflict WHERE status = 'open' ORDER BY id")],
      with: chance.pick(['keep', 'take'] as const),
    }),
  ),
  office('product.create', 2, ({ client }, chance) => client.product.create({ name: word(chance) })),
  office('product.update', 2, (copy, chance) =>
    copy.client.product.update({ id: any(copy, chance, 'SELECT id FROM product ORDER BY id'), name: word(chance) }),
  ),
  office('customField.create', 2, ({ client }, chance) => client.customField.create({ label: word(chance), type: 'text' })),
  office('policy', 3, ({ client }, chance) =>
    client.settings.update({
      clientCards: chance.pick(['common', 'private'] as const),
      purchasesInOtherBranches: chance.once(2),
    }),
  ),
  office('branch.rename', 1, (copy, chance) =>
    copy.client.branch.update({ id: any(copy, chance, branchAny), name: word(chance) }),
  ),
  office('person.create', 1, (copy, chance) =>
    copy.client.people.create({ name: word(chance), role: 'seller', branchId: any(copy, chance, branchAny) } as never),
  ),
];

export type Done = 'done' | 'nothing' | 'refused';

/** Does one of them. Whatever isn't a refusal is thrown. */
export async function perform(operation: Operation, copy: Copy, chance: Chance): Promise<Done> {
  try {
    await operation.run(copy, chance);
    return 'done';
  } catch (error) {
    if (error instanceof NothingThere) return 'nothing';
    if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
      if (error.code === 'BAD_REQUEST') throw error;
      return 'refused';
    }
    throw error;
  }
}

/** Chooses by weight. */
export function choose(copy: Copy, chance: Chance): Operation {
  const possible = operations.filter(({ ofOffice }) => !ofOffice || copy.branchId === null);
  let left = chance.roll(possible.reduce((sum, { weight }) => sum + weight, 0));
  return possible.find(({ weight }) => (left -= weight) < 0) ?? (possible[0] as Operation);
}
