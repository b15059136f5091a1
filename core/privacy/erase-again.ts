import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { systemActor } from '#core/people/allow.ts';
import { erasePerson } from '#core/privacy/erase-person.ts';
import { readErasedList } from '#core/privacy/erased-list.ts';
import { partyTitle } from '#core/party/party-title.ts';

const looked = new WeakSet<Core>();

/** Whoever was erased, and is back with a backup of before, is erased again when the program starts. */
defineDuty({
  name: 'erasing',
  async run(core) {
    if (looked.has(core)) return;
    looked.add(core);
    for (const line of readErasedList(core.dataDirectory))
      if (partyTitle(core.store.db, line.partyId) !== '') await erasePerson(core, systemActor, line);
  },
});
