import { ActionIcon, Anchor, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconBrandWhatsapp } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCallLink } from '#renderer/call/use-call-link.ts';
import { whatsappLink } from '#renderer/card/point/links.ts';
import classes from '#renderer/card/point/Point.module.css';
import type { Phone } from '#shared/party/fields.ts';

/** A phone as people write it at home, to be called with a click; what was typed stands in its tooltip. */
export function PhoneView({ phone }: { readonly phone: Phone }) {
  const t = useText();
  const format = useFormat();
  const callLink = useCallLink();
  const { raw, e164, extension } = phone;
  if (e164 === null) {
    return (
      <span className={classes.words} title={t('card.phone.notRecognised', { raw })}>
        <Anchor href={callLink(raw)} inherit>
          {raw}
        </Anchor>{' '}
        <Text component="span" size="xs" className={classes.doubt}>
          <IconAlertTriangle size={13} aria-hidden className={classes.inlineIcon} /> {t('card.phone.check')}
        </Text>
      </span>
    );
  }
  const shown = format.phone(e164);
  return (
    <>
      <Tooltip label={t('card.phone.asTyped', { raw })} openDelay={400} events={{ hover: true, focus: true, touch: false }}>
        <Anchor href={callLink(e164)} inherit className={classes.number}>
          {shown}
        </Anchor>
      </Tooltip>
      {extension !== '' && (
        <Text component="span" size="sm">
          {` ${t('card.phone.extension', { extension })}`}
        </Text>
      )}{' '}
      <ActionIcon
        component="a"
        href={whatsappLink(e164)}
        target="_blank"
        rel="noreferrer"
        size={22}
        variant="subtle"
        color="gray"
        aria-label={t('card.phone.whatsapp', { phone: shown })}
        title={t('card.phone.whatsapp', { phone: shown })}
      >
        <IconBrandWhatsapp size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
