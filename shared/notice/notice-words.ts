import type { DocumentKind } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Notice } from '#shared/notice/contract.ts';
import type { Language } from '#shared/settings/contract.ts';
import type { TaskType } from '#shared/task/contract.ts';
import { dateAt } from '#shared/time/zone.ts';

export interface NoticeWords {
  /** "Reminder". */
  readonly head: string;
  /** "Today, 10:15: Call Ana". */
  readonly text: string;
}

export interface NoticeLocale {
  readonly language: Language;
  readonly country: string;
  readonly timeZone: string;
}

/** What a notice says, in the interface and in the computer's own notices alike. */
export function noticeWords(notice: Notice, locale: NoticeLocale): NoticeWords {
  const { language } = locale;
  const head = messageText(`notice.head.${notice.kind}`, language);
  return { head, text: notice.text === '' ? textOf(notice, locale) : notice.text };
}

function textOf({ kind, params, at }: Notice, locale: NoticeLocale): string {
  const { language } = locale;
  const of = (name: string) => String(params[name] ?? '');
  const title = of('title') || typeName(params['type'], language);
  // A rule's task mostly names its client already: "Call Ana Ruiz".
  const what = [title, title.includes(of('client')) ? '' : of('client')].filter((part) => part !== '').join(' · ');
  const due = typeof params['dueAt'] === 'number' ? momentText(params['dueAt'], at, locale) : '';
  const values = { ...params, what, due, who: of('who') };
  switch (kind) {
    case 'taskAssigned':
      return messageText(due === '' ? 'notice.taskAssigned' : 'notice.taskAssigned.due', language, values);
    case 'reminder':
      return due === '' ? what : messageText('notice.reminder', language, values);
    case 'overdue':
      return messageText('notice.overdue', language, values);
    case 'leadCame':
      if (Number(params['count'] ?? 1) > 1) return messageText('notice.leadsCame', language, values);
      return of('title') === '' ? of('client') : messageText('notice.leadCame', language, values);
    case 'callCame':
      return [of('client'), of('phone')].filter((part) => part !== '').join(' · ');
    case 'report':
      return messageText('notice.report', language, { ...values, document: documentName(params, language), title: what });
    case 'ruleStopped':
      return messageText('notice.ruleStopped', language, values);
    case 'rule':
      return what;
  }
}

function typeName(type: unknown, language: Language): string {
  return typeof type === 'string' && type !== '' ? messageText(`task.type.${type as TaskType}`, language) : '';
}

/** "Job sheet HT-2026-0001". */
function documentName({ documentKind, document = '' }: Notice['params'], language: Language): string {
  if (typeof documentKind !== 'string' || documentKind === '') return String(document);
  return `${messageText(`document.kind.${documentKind as DocumentKind}`, language)} ${document}`;
}

/** The time where it is on the day of the notice, else with its date. */
function momentText(ms: number, at: number, { language, country, timeZone }: NoticeLocale): string {
  const isSameDay = dateAt(ms, timeZone) === dateAt(at, timeZone);
  const date = isSameDay ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(`${language}-${country}`, {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(ms);
}
