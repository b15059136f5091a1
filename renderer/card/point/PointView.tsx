import { Anchor, Text } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { mailLink, mapLink, messengerLink, webLink } from '#renderer/card/point/links.ts';
import { PhoneView } from '#renderer/card/point/PhoneView.tsx';
import { addressParts } from '#renderer/card/point/point.ts';
import type { Point, PointField } from '#renderer/card/point/point.ts';
import classes from '#renderer/card/point/Point.module.css';
import type { Address, Email, Messenger, Phone, WebPage } from '#shared/party/fields.ts';

interface PointViewProps<Field extends PointField> {
  readonly field: Field;
  readonly point: Point<Field>;
}

/** A phone, an email, an address... with the link that uses it. */
export function PointView<Field extends PointField>({ field, point }: PointViewProps<Field>) {
  if (field === 'phones') return <PhoneView phone={point as Phone} />;
  if (field === 'emails') return <EmailView email={point as Email} />;
  if (field === 'addresses') return <AddressView address={point as Address} />;
  if (field === 'messengers') return <MessengerView messenger={point as Messenger} />;
  return <WebPageView page={point as WebPage} />;
}

function EmailView({ email: { address } }: { readonly email: Email }) {
  return (
    <Anchor href={mailLink(address)} inherit className={classes.words}>
      {address}
    </Anchor>
  );
}

function AddressView({ address }: { readonly address: Address }) {
  const { street, city, region, postalCode, country } = address;
  const place = [postalCode, city].filter((part) => part !== '').join(' ');
  const lines = [street, place, [region, country].filter((part) => part !== '').join(', ')].filter((line) => line !== '');
  const whole = addressParts
    .map((part) => address[part])
    .filter((part) => part !== '')
    .join(', ');
  return (
    <Anchor href={mapLink(whole)} target="_blank" rel="noreferrer" inherit c="inherit" className={classes.words}>
      {lines.map((line, index) => (
        <span key={index} className={classes.line}>
          {line}
        </span>
      ))}
    </Anchor>
  );
}

function MessengerView({ messenger }: { readonly messenger: Messenger }) {
  const t = useText();
  const link = messengerLink(messenger);
  return (
    <span className={classes.words}>
      <Text component="span" size="sm" c="dimmed">
        {`${t(`party.messenger.${messenger.service}`)} `}
      </Text>
      {link === null ? (
        messenger.handle
      ) : (
        <Anchor href={link} target="_blank" rel="noreferrer" inherit>
          {messenger.handle}
        </Anchor>
      )}
    </span>
  );
}

function WebPageView({ page: { url } }: { readonly page: WebPage }) {
  const link = webLink(url);
  const shown = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  if (link === null) return <span className={classes.words}>{url}</span>;
  return (
    <Anchor href={link} target="_blank" rel="noreferrer" inherit className={classes.words}>
      {shown}
    </Anchor>
  );
}
