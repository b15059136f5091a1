import type { Running } from '#core/automation/running.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { findPerson } from '#core/people/queries.ts';
import { readSettings } from '#core/settings/settings.ts';
import { fillText } from '#shared/automation/text-fields.ts';
import type { TextField } from '#shared/automation/text-fields.ts';
import { toMajor } from '#shared/money/money.ts';
import { timeZoneOf } from '#shared/time/zone.ts';

/** Fills a rule's words with what they name, in the shop's language. */
export function fillWords(text: string, running: Pick<Running, 'act' | 'actor' | 'subject'>): string {
  return fillText(text, (field) => valueOf(field, running));
}

function valueOf(field: TextField, { act, actor, subject }: Pick<Running, 'act' | 'actor' | 'subject'>): string {
  const settings = readSettings(act.tx);
  const locale = `${settings.language}-${settings.country}`;
  const moment = (at: number | null | undefined) =>
    at === null || at === undefined
      ? ''
      : new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZoneOf(settings.timeZone) });
  const deal = subject.deal();
  const money = (amount: number | undefined) =>
    deal === undefined || amount === undefined
      ? ''
      : toMajor({ amount, currency: deal.currency }).toLocaleString(locale, { style: 'currency', currency: deal.currency });
  switch (field) {
    case 'client.name':
      return subject.party()?.title ?? subject.lead()?.name ?? '';
    case 'client.phone':
      return firstOf(subject.party()?.phones, (phone) => phone.e164 ?? phone.raw);
    case 'client.email':
      return firstOf(subject.party()?.emails, (email) => email.address);
    case 'client.address':
      return firstOf(subject.party()?.addresses, ({ street, city }) => [street, city].filter((part) => part !== '').join(', '));
    case 'deal.title':
      return deal?.title ?? '';
    case 'deal.amount':
      return money(deal?.amount);
    case 'deal.balance':
      return money(deal && deal.amount - deal.paid);
    case 'deal.stage':
      return deal ? stageName(act.tx, deal.stageId) : '';
    case 'deal.siteAddress':
      return deal?.siteAddress ?? '';
    case 'deal.visitAt':
      return moment(deal?.visitAt);
    case 'deal.leaveAt':
      return moment(deal?.leaveAt);
    case 'deal.workAt':
      return moment(deal?.workAt);
    case 'lead.title':
      return subject.lead()?.title ?? '';
    case 'lead.text':
      return subject.lead()?.text ?? '';
    case 'lead.source':
      return subject.lead()?.source ?? '';
    case 'task.title':
      return subject.task()?.title ?? '';
    case 'task.result':
      return subject.task()?.result ?? '';
    case 'owner.name':
      return personName(act.tx, deal?.ownerId ?? subject.lead()?.ownerId ?? subject.party()?.ownerId);
    case 'actor.name':
      return actor.name;
    case 'shop.name':
      return settings.shopName;
  }
}

function firstOf<Value>(list: readonly Value[] | undefined, text: (value: Value) => string): string {
  const [first] = list ?? [];
  return first === undefined ? '' : text(first);
}

function stageName(db: ReadDb, id: string): string {
  return db.readColumn<[string], string>('SELECT name FROM stage WHERE id = ?').get(id) ?? '';
}

function personName(db: ReadDb, id: string | null | undefined): string {
  return id === null || id === undefined ? '' : (findPerson(db, id)?.name ?? '');
}
