import { ActionIcon, Badge, Text } from '@mantine/core';
import { IconBan, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { labelText } from '#renderer/card/point/label-text.ts';
import { pointTitle, putPoint, toDraft } from '#renderer/card/point/point.ts';
import type { Point, PointField } from '#renderer/card/point/point.ts';
import { PointEditor } from '#renderer/card/point/PointEditor.tsx';
import { PointMenu } from '#renderer/card/point/PointMenu.tsx';
import { PointView } from '#renderer/card/point/PointView.tsx';
import classes from '#renderer/card/point/Point.module.css';
import type { Channel } from '#shared/party/fields.ts';

/** The channels a list serves: a number is called and written to. */
const channelsOf: { readonly [Field in PointField]: readonly Channel[] } = {
  phones: ['call', 'sms'],
  emails: ['email'],
  addresses: ['post'],
  messengers: ['messenger'],
  webPages: [],
};

interface PointRowProps<Field extends PointField> {
  readonly field: Field;
  readonly point: Point<Field>;
  readonly position: number;
  readonly count: number;
}

/** One phone, email, address... of a card, and what can be done with it. */
export function PointRow<Field extends PointField>({ field, point, position, count }: PointRowProps<Field>) {
  const t = useText();
  const { party, save, isReadOnly } = useCard();
  const [isEditing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const draft = toDraft(field, point);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) pencil.current?.focus();
    });
  };
  if (isEditing) {
    return <PointEditor field={field} draft={draft} save={(next) => save((now) => putPoint(now, field, next))} onClose={close} />;
  }
  const label = labelText(t, point.label);
  const refused = channelsOf[field].filter((channel) => party.doNotContact.includes(channel));
  return (
    <div className={classes.row}>
      <div className={classes.content}>
        <PointView field={field} point={point} />
        {label !== '' && (
          <Text component="span" size="xs" c="dimmed" className={classes.label}>
            {label}
          </Text>
        )}
        {refused.map((channel) => (
          <Badge key={channel} color="red" variant="light" tt="none" size="sm" leftSection={<IconBan size={11} aria-hidden />}>
            {t(`card.doNot.${channel}`)}
          </Badge>
        ))}
      </div>
      {!isReadOnly && (
        <div className={classes.actions}>
          <ActionIcon
            ref={pencil}
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t('card.point.edit', { value: pointTitle(field, draft) })}
            title={t('common.edit')}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
          <PointMenu field={field} point={point} position={position} count={count} />
        </div>
      )}
    </div>
  );
}
