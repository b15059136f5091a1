import { ActionIcon } from '@mantine/core';
import { IconExternalLink, IconMail, IconPhone } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCallLink } from '#renderer/call/use-call-link.ts';
import { mailLink, webLink } from '#renderer/card/point/links.ts';
import { useCurrency } from '#renderer/custom-field/currency.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';

/** A custom value as people read it. */
export function useCustomValueText({ type }: CustomField, value: CustomValue | undefined): string {
  const t = useText();
  const format = useFormat();
  const { writeMoney } = useCurrency();
  if (value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return type === 'money' ? writeMoney(value) : format.number(value);
  if (typeof value !== 'string') return value.join(', ');
  if (type === 'date') return format.date(value);
  return type === 'phone' ? format.phone(value) : value;
}

interface CustomValueLinkProps {
  readonly field: CustomField;
  readonly value: CustomValue | undefined;
}

/** What opens a custom value that leads somewhere: a page, an email, a phone. */
export function CustomValueLink({ field: { type }, value }: CustomValueLinkProps) {
  const t = useText();
  const callLink = useCallLink();
  if (typeof value !== 'string' || value === '') return null;
  const target = {
    url: { href: webLink(value), icon: <IconExternalLink size={16} aria-hidden /> },
    email: { href: mailLink(value), icon: <IconMail size={16} aria-hidden /> },
    phone: { href: callLink(value), icon: <IconPhone size={16} aria-hidden /> },
  }[type as 'url' | 'email' | 'phone'] as { readonly href: string | null; readonly icon: React.ReactNode } | undefined;
  if (target === undefined || target.href === null) return null;
  return (
    <ActionIcon
      component="a"
      href={target.href}
      {...(type === 'url' ? { target: '_blank', rel: 'noreferrer' } : {})}
      size={26}
      variant="subtle"
      aria-label={`${t('common.open')}: ${value}`}
      title={value}
    >
      {target.icon}
    </ActionIcon>
  );
}
