import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import classes from '#renderer/card/field/InlineField.module.css';

/** Who is in charge: today the one user there is, or nobody. */
export function OwnerField() {
  const t = useText();
  const { party } = useCard();
  const { ownerName } = useSettings();
  return (
    <div className={classes.row}>
      <div className={classes.label}>{t('party.field.ownerId')}</div>
      <div className={classes.value}>
        <span className={classes.view}>{party.ownerId === null || ownerName === '' ? t('card.owner.nobody') : ownerName}</span>
      </div>
    </div>
  );
}
