import type { Messenger } from '#shared/party/fields.ts';
import type { Settings } from '#shared/settings/contract.ts';

/** Where a phone leads: the program that makes calls. */
export function callLink(phone: string, scheme: Settings['callScheme'] = 'tel'): string {
  return `${scheme}:${phone.replace(/[^\d+]/g, '')}`;
}

/** @param e164 a phone in E.164 */
export function whatsappLink(e164: string): string {
  return `https://wa.me/${e164.replace(/\D/g, '')}`;
}

export function mailLink(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
}

/** An address of the web to open, or null where opening it would be no page of the web (a script, a file...). */
export function webLink(typed: string): string | null {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d+(\/|$)/.test(text);
  try {
    const url = new URL(hasScheme ? text : `https://${text}`);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}

/** Where a name or number in a messaging app leads; null where it can't be told. */
export function messengerLink({ service, handle }: Pick<Messenger, 'service' | 'handle'>): string | null {
  const text = handle.trim();
  if (/^https?:/i.test(text)) return webLink(text);
  const digits = text.replace(/\D/g, '');
  const isNumber = /^[+\d][\d\s().-]*$/.test(text) && digits.length >= 7;
  const name = /^@?[\w.-]+$/.test(text) ? text.replace(/^@/, '') : null;
  if (service === 'whatsapp') return isNumber ? `https://wa.me/${digits}` : null;
  if (service === 'viber') return isNumber ? `viber://chat?number=%2B${digits}` : null;
  if (service === 'signal') return isNumber ? `https://signal.me/#p/+${digits}` : null;
  if (service === 'telegram' && isNumber) return `https://t.me/+${digits}`;
  if (service === 'skype') return name === null ? null : `skype:${name}?chat`;
  const site = { telegram: 't.me', vk: 'vk.com', facebook: 'www.facebook.com', instagram: 'www.instagram.com', other: null }[
    service
  ];
  return site === null || name === null ? null : `https://${site}/${name}`;
}

/** Where an address is on a map of the web. */
export function mapLink(address: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}
