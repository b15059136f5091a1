import { UnstyledButton } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { ActivityIcon } from '#renderer/activity/ActivityIcon.tsx';
import classes from '#renderer/activity/Composer.module.css';
import { activityTypes } from '#shared/activity/contract.ts';
import type { ActivityType } from '#shared/activity/contract.ts';

interface TypeChoiceProps {
  readonly value: ActivityType;
  readonly onChange: (type: ActivityType) => void;
}

/** Note, call, meeting...: what is being written down. */
export function TypeChoice({ value, onChange }: TypeChoiceProps) {
  const t = useText();
  return (
    <div className={classes.types} role="group" aria-label={t('activity.typeChoice')}>
      {activityTypes.map((type) => (
        <UnstyledButton key={type} className={classes.type ?? ''} aria-pressed={type === value} onClick={() => onChange(type)}>
          <ActivityIcon type={type} />
          {t(`activity.type.${type}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
