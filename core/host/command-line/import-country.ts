import type { ReadDb } from '#core/database/connection.ts';
import type { CommandContext } from '#core/host/command-line/command.ts';
import { countryOfLocale } from '#core/host/command-line/locale.ts';
import { isAllowed } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { countryOf } from '#core/records/country.ts';
import { isOfBranch } from '#core/records/own-branch.ts';
import { changeSettings } from '#core/settings/settings.ts';

export interface CountryChoice {
  readonly country: string;
  /** Makes it the shop's country, within the import's act, where none was ever set: phones typed in searches follow it. */
  readonly begin: ((act: Act) => void) | undefined;
}

/** The country by whose rules a list is read: the one asked for, the shop's, the system's. */
export function chooseCountry({ store, actor, locale }: CommandContext, asked: string | undefined): CountryChoice {
  const isSet = isCountrySet(store.db);
  const country = asked ?? (isSet ? countryOf(store.db) : (countryOfLocale(locale) ?? countryOf(store.db)));
  const sets = !isSet && isAllowed(actor, 'settings.edit') && !isOfBranch(store.db);
  return { country, begin: sets ? (act) => void changeSettings(act, { country }) : undefined };
}

function isCountrySet(db: ReadDb): boolean {
  return db.read<[], unknown>("SELECT 1 FROM setting WHERE id = 'country'").get() !== undefined;
}
