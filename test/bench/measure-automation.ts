import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAutomation } from '#core/automation/commands.ts';
import { openCore } from '#core/core.ts';
import type { Core } from '#core/core.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { createDeal } from '#core/deal/create-deal.ts';
import { createParty } from '#core/party/commands.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord } from '#core/records/write.ts';
import { changeSettings } from '#core/settings/settings.ts';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { rateOf } from '#test/bench/measure.ts';

/** Changes of one save: so many that what is measured is the rules and not the disk. */
const perAct = 100;
const deals = 200;

interface Load {
  readonly rules: number;
  readonly events: number;
}

/** The same changes of deals saved without rules, with rules for other events, and with rules that are all asked. */
export function measureAutomation({ rules, events }: Load): readonly Figure[] {
  const without = measure(events, () => {});
  const unconcerned = measure(events, (act) => addRules(act, rules, { field: 'notes', firing: 'one' }));
  const asked = measure(events, (act) => addRules(act, rules, { field: 'estimate', firing: 'none' }));
  const fired = measure(events, (act) => addRules(act, rules, { field: 'estimate', firing: 'one' }));
  const count = (number: number) => number.toLocaleString('en');
  const name = `${count(events)} changes of deals, ${count(rules)} rules`;
  const ceiling = rateOf(events, without);
  return [
    toFigure(`${name} for other events`, { ours: rateOf(events, unconcerned), ceiling, goal: { ratio: 1.5 } }),
    toFigure(`${name}, each asked, none fires`, { ours: rateOf(events, asked), ceiling }),
    toFigure(`${name}, each asked, one fires for each change`, { ours: rateOf(events, fired), ceiling }),
    toFigure('Rules asked', { ours: rateOf(rules * events, Math.max(1, asked - without)), goal: { atLeast: 1_000_000 } }),
  ];
}

/** Milliseconds that the changes take. */
function measure(events: number, prepare: (act: Act) => void): number {
  const directory = mkdtempSync(join(tmpdir(), 'cartera-bench-'));
  const core = openCore(directory);
  try {
    const ids = makeDeals(core);
    core.store.performNow({ actor: core.owner(), kind: 'automation', subject: '' }, prepare);
    change(core, ids, { from: 0, to: perAct });
    const startedAt = performance.now();
    for (let at = perAct; at < events + perAct; at += perAct) change(core, ids, { from: at, to: at + perAct });
    return performance.now() - startedAt;
  } finally {
    void core.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function makeDeals(core: Core): readonly string[] {
  const { result } = core.store.performNow({ actor: core.owner(), kind: 'demo', subject: '' }, (act) => {
    changeSettings(act, { country: 'ES', trade: 'windows' });
    const made = createParty(act, 'contact', { givenName: 'Rosa' });
    if (made.type !== 'created') throw new Error(made.type);
    return Array.from({ length: deals }, () => {
      const outcome = createDeal(act, { partyId: made.party.id });
      if (outcome.type !== 'created') throw new Error(outcome.type);
      return outcome.deal.id;
    });
  });
  return result;
}

/** The estimate that a change sets, in the thousand of the rule whose turn it is. */
function estimateOf(at: number): number {
  return (at % 1000) * 1000 + (Math.floor(at / 1000) % 1000);
}

function change(core: Core, ids: readonly string[], { from, to }: { readonly from: number; readonly to: number }) {
  core.store.performNow({ actor: core.owner(), kind: 'deal', subject: '' }, (act) => {
    for (let at = from; at < to; at += 1)
      changeRecord(act, dealRecord, { id: ids[at % ids.length] ?? '', changes: { estimate: estimateOf(at) } });
  });
}

interface Rules {
  readonly field: 'estimate' | 'notes';
  /** How many of them fire for each change. */
  readonly firing: 'one' | 'none';
}

function addRules(act: Act, rules: number, { field, firing }: Rules) {
  for (let index = 0; index < rules; index += 1) {
    const from = (firing === 'one' ? index : index + 1_000_000) * 1000;
    const saved = createAutomation(act, {
      name: `Rule ${index}`,
      event: { type: 'fieldChanged', record: 'deal', field, filled: false },
      conditions: {
        all: [
          { field: 'status', is: 'isAnyOf', value: ['open'] },
          {
            any: [
              { field: 'amount', is: 'between', value: { from, to: from + 999 } },
              { field: 'source', is: 'is', value: `campaign ${index}` },
            ],
          },
        ],
      },
      actions: [{ type: 'notify', to: { type: 'owner' }, text: '{deal.title}' }],
    });
    if (saved.type !== 'saved') throw new Error(JSON.stringify(saved));
  }
}
