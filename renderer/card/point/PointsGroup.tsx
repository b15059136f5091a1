import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { DoNotContactBadges } from '#renderer/card/field/ChannelFields.tsx';
import { FieldHistory } from '#renderer/card/history/FieldHistory.tsx';
import { emptyDrafts, isBlank, pointFields, pointsOf, putPoint } from '#renderer/card/point/point.ts';
import type { PointField } from '#renderer/card/point/point.ts';
import { PointEditor } from '#renderer/card/point/PointEditor.tsx';
import { PointRow } from '#renderer/card/point/PointRow.tsx';
import classes from '#renderer/card/point/Point.module.css';
import type { Channel } from '#shared/party/fields.ts';

/** Phones, emails, messaging apps, addresses and web pages: those there are, and what can be added. */
export function PointsGroup() {
  const t = useText();
  const { party, isReadOnly } = useCard();
  const { hidden } = useSettings();
  const [adding, setAdding] = useState<PointField | null>(null);
  const fieldRight = useFieldRights();
  const offered = pointFields.filter((field) => !hidden.includes(`card.${field}`) && fieldRight(field) !== 'hide');
  const shown = offered.filter((field) => pointsOf(party, field).length > 0 || adding === field);
  return (
    <>
      {shown.map((field) => (
        <PointList key={field} field={field} isAdding={adding === field} onAdded={() => setAdding(null)} />
      ))}
      {!isReadOnly && (
        <Group gap={4} mt={4}>
          {offered
            .filter((field) => fieldRight(field) === 'open')
            .map((field) => (
              <Button
                key={field}
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={14} aria-hidden />}
                classNames={{ section: classes.addIcon }}
                aria-label={t('card.add.to', { what: t(`card.add.${field}`) })}
                onClick={() => setAdding(field)}
              >
                {t(`card.add.${field}`)}
              </Button>
            ))}
        </Group>
      )}
    </>
  );
}

/** The channels a list serves: a number is called and written to. */
const channelsOf: { readonly [Field in PointField]: readonly Channel[] } = {
  phones: ['call', 'sms'],
  emails: ['email'],
  addresses: ['post'],
  messengers: ['messenger'],
  webPages: [],
};

interface PointListProps {
  readonly field: PointField;
  readonly isAdding: boolean;
  readonly onAdded: () => void;
}

function PointList({ field, isAdding, onAdded }: PointListProps) {
  const t = useText();
  const { party, save } = useCard();
  const points = pointsOf(party, field);
  const label = t(`party.field.${field}`);
  return (
    <section className={classes.list} aria-label={label}>
      <div className={classes.heading}>
        <span>{label}</span>
        <FieldHistory field={field} label={label} />
        <DoNotContactBadges channels={channelsOf[field].filter((channel) => party.doNotContact.includes(channel))} />
      </div>
      {points.map((point, position) => (
        <PointRow key={point.id} field={field} point={point} position={position} count={points.length} />
      ))}
      {isAdding && (
        <PointEditor
          field={field}
          draft={emptyDrafts[field]}
          save={async (draft) => (isBlank(field, draft) ? { type: 'saved' } : save((now) => putPoint(now, field, draft)))}
          onClose={onAdded}
        />
      )}
    </section>
  );
}
