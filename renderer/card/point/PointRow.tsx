import { ActionIcon, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
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

interface PointRowProps<Field extends PointField> {
  readonly field: Field;
  readonly point: Point<Field>;
  readonly position: number;
  readonly count: number;
}

/** One phone, email, address... of a card, and what can be done with it. */
export function PointRow<Field extends PointField>({ field, point, position, count }: PointRowProps<Field>) {
  const t = useText();
  const { save, isReadOnly } = useCard();
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
  return (
    <div className={classes.row}>
      <div className={classes.content}>
        <PointView field={field} point={point} />
        {label !== '' && (
          <Text component="span" size="xs" c="dimmed" className={classes.label}>
            {label}
          </Text>
        )}
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
