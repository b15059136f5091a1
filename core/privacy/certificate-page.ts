import { escapeHtml, htmlPage } from '#core/privacy/escape-html.ts';
import { typeName } from '#core/privacy/type-name.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Certificate } from '#shared/privacy/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';

type Shop = Pick<Settings, 'language' | 'shopName' | 'ownerName' | 'timeZone'>;

/** A certificate to print, in the shop's language: nothing in it says more of the person than they are called by. */
export function certificatePage(certificate: Certificate, { language, shopName, ownerName, timeZone }: Shop): string {
  const text = (key: MessageKey) => escapeHtml(messageText(key, language));
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long', ...(timeZone && { timeZone }) });
  const rows: readonly (readonly [MessageKey, string])[] = [
    ['privacy.certificate.who', certificate.namedBy],
    ['privacy.certificate.mark', certificate.mark],
    ['privacy.certificate.when', when.format(certificate.at)],
    ['privacy.certificate.by', certificate.actorName || ownerName],
    ['privacy.certificate.shop', shopName || ownerName],
  ];
  const lines = rows.map(([key, value]) => `<tr><th>${text(key)}</th><td>${escapeHtml(value)}</td></tr>`).join('\n');
  const list = (counts: Certificate['counts']) =>
    `<table>${Object.entries(counts)
      .map(([type, count]) => `<tr><th>${escapeHtml(typeName(type, language))}</th><td>${count}</td></tr>`)
      .join('\n')}</table>`;
  const kept = Object.keys(certificate.kept).length > 0;
  const backups = certificate.backups.map((path) => `<li>${escapeHtml(path)}</li>`).join('\n');
  const body = `<h1>${text('privacy.certificate.title')}</h1>
<p>${text('privacy.certificate.text')}</p>
<table>${lines}</table>
<h2>${text('privacy.certificate.erased')}</h2>
${list(certificate.counts)}
${kept ? `<h2>${text('privacy.certificate.kept')}</h2><p>${text('privacy.certificate.keptText')}</p>${list(certificate.kept)}` : ''}
${certificate.isShared ? `<p>${text('privacy.certificate.shared')}</p>` : ''}
${backups === '' ? '' : `<h2>${text('privacy.certificate.backups')}</h2><p>${text('privacy.certificate.backupsText')}</p><ul>${backups}</ul>`}
<p>${text('privacy.certificate.limits')}</p>`;
  return htmlPage({ language, title: messageText('privacy.certificate.title', language), body });
}
