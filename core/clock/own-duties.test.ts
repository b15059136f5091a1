import { describe, expect, it } from 'vitest';
import { systemActor } from '#core/people/allow.ts';
import { emptyUserFields, userRecord } from '#core/people/users.ts';
import { createRecord } from '#core/records/write.ts';
import type { OwnBranch } from '#core/records/own-branch.ts';
import { createTask } from '#core/task/commands.ts';
import { bringBranches, makeOneOf } from '#test/factories/branch-core.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';
import type { ClockedCore } from '#test/factories/open-clocked-core.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-22T12:00:00Z');
const places = { office: null, north: 'north', south: 'south' } as const;

/** A computer with the same people, tasks and rule as every other of the company. */
async function openComputer(own: Partial<OwnBranch>): Promise<ClockedCore> {
  const computer = openClockedCore({ at: noon });
  const { core, client } = computer;
  bringBranches(core, 'north', 'south');
  const rule = {
    name: 'Birthday',
    isOn: true,
    event: { type: 'dateReached', record: 'party', field: 'birthday', days: 0, at: '12:03' },
    conditions: { all: [] },
    actions: [
      { type: 'wait', amount: 1, unit: 'minutes' },
      { type: 'addTag', tag: 'congratulated' },
    ],
  } as unknown as Parameters<typeof client.automation.create>[0];
  await client.settings.update({ timeZone: 'UTC' });
  await client.automation.create(rule);
  core.store.performNow({ actor: systemActor, kind: 'sync', subject: '' }, (act) => {
    const person = { ...emptyUserFields, createdAt: noon };
    createRecord(act, userRecord, { ...person, id: 'elena', name: 'Elena', role: 'head' });
    for (const [place, branchId] of Object.entries(places)) {
      const id = `seller ${place}`;
      createRecord(act, userRecord, { ...person, id, name: id, role: 'seller', headId: 'elena', branchId });
      createTask(act, { id: place, title: place, assigneeId: id, dueAt: noon + minute, remindMinutes: 0 });
    }
  });
  for (const [place, branchId] of Object.entries(places))
    await client.contact.create({ givenName: place, branchId, birthday: '1990-11-22' });
  makeOneOf(core, own);
  return computer;
}

/** What was done by the clock, by the names of what it was about. */
function done({ core }: ClockedCore) {
  const names = (sql: string) => core.store.db.readColumn<[], string>(sql).all();
  return {
    escalated: names('SELECT title FROM task WHERE escalated_at IS NOT NULL ORDER BY title'),
    reminded: names('SELECT title FROM task WHERE reminded_at IS NOT NULL ORDER BY title'),
    reached: names(
      'SELECT party.given_name FROM automation_run JOIN party ON party.id = automation_run.record_id ORDER BY party.given_name',
    ),
    continued: names(`SELECT given_name FROM party WHERE tags LIKE '%congratulated%' ORDER BY given_name`),
  };
}

async function afterFiveMinutes(computer: ClockedCore) {
  for (let passed = 1; passed <= 6; passed += 1) await computer.clock.set(noon + passed * minute);
  return done(computer);
}

describe('what is due by the clock', () => {
  it('is done for its own records by the main computer of each branch, and by that of head office', async () => {
    for (const [place, branchId] of Object.entries(places)) {
      const own = [place];
      expect(await afterFiveMinutes(await openComputer({ branchId })), place).toEqual({
        escalated: own,
        reminded: own,
        reached: own,
        continued: own,
      });
    }
  });

  it('is but reminded of by the other computers of a branch, in the same words', async () => {
    const main = await openComputer({ branchId: 'north' });
    const other = await openComputer({ branchId: 'north', isMain: false, till: 2 });
    await afterFiveMinutes(main);
    const none: string[] = [];
    expect(await afterFiveMinutes(other)).toEqual({ escalated: none, reminded: ['north'], reached: none, continued: none });
    const ids = ({ core }: ClockedCore) =>
      core.store.db.readColumn<[], string>("SELECT id FROM notice WHERE kind = 'reminder'").all();
    expect(ids(main)).toHaveLength(1);
    expect(ids(other)).toEqual(ids(main));
  });

  it('is taken over, with what was missed, by the computer that becomes the main one', async () => {
    const other = await openComputer({ branchId: 'north', isMain: false, till: 2 });
    await afterFiveMinutes(other);
    makeOneOf(other.core, { branchId: 'north', isMain: true, till: 2 });
    for (const passed of [7, 8, 9, 10]) await other.clock.set(noon + passed * minute);
    expect(done(other)).toEqual({ escalated: ['north'], reminded: ['north'], reached: ['north'], continued: ['north'] });
  });

  it('is all done where a shop is alone', async () => {
    const computer = await openComputer({});
    computer.core.store.connection.transaction((tx) => tx.write("DELETE FROM sync_state WHERE key = 'own'").run());
    const all = ['north', 'office', 'south'];
    expect(await afterFiveMinutes(computer)).toEqual({ escalated: all, reminded: all, reached: all, continued: all });
  });
});
