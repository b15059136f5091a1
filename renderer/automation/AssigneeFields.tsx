import { Group, MultiSelect, Select } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { usePeopleChoices } from '#renderer/automation/use-people-choices.ts';
import type { Assignee } from '#shared/automation/actions.ts';
import { useRoleWords } from '#renderer/people/use-roles.ts';

interface AssigneeFieldsProps<Value extends Assignee | null> {
  readonly label?: string;
  readonly value: Value;
  readonly onChange: (assignee: Value) => void;
  /** What it is called when it is nobody; left out where somebody has to be. */
  readonly nobody?: string;
}

const kinds = ['owner', 'actor', 'head', 'people', 'role'] as const;
const ways = ['turn', 'fewestTasks'] as const;

/** Who gets it: in charge, the head, certain people in turn, a role... */
export function AssigneeFields<Value extends Assignee | null>({ label, value, onChange, nobody }: AssigneeFieldsProps<Value>) {
  const t = useText();
  const roles = useRoleWords();
  const people = usePeopleChoices();
  const give = (assignee: Assignee | null) => onChange(assignee as Value);
  const choose = (kind: string | null) => {
    if (kind === null || kind === 'nobody') give(null);
    else if (kind === 'people') give({ type: 'people', userIds: [], by: 'turn' });
    else if (kind === 'role') give({ type: 'role', role: 'seller', by: 'turn' });
    else give({ type: kind as 'owner' | 'actor' | 'head' });
  };
  return (
    <Group align="flex-start">
      <Select
        label={label ?? t('automation.who')}
        w={240}
        allowDeselect={false}
        data={[
          ...(nobody === undefined ? [] : [{ value: 'nobody', label: nobody }]),
          ...kinds.map((kind) => ({ value: kind, label: t(`automation.who.${kind}`) })),
        ]}
        value={value?.type ?? 'nobody'}
        onChange={choose}
      />
      {value?.type === 'people' && (
        <MultiSelect
          label={t('automation.who.peopleList')}
          style={{ flex: '1 1 220px' }}
          data={people}
          value={value.userIds}
          onChange={(userIds) => give({ ...value, userIds })}
        />
      )}
      {value?.type === 'role' && (
        <Select
          label={t('people.role')}
          w={180}
          allowDeselect={false}
          data={[...roles.choices]}
          value={value.role}
          onChange={(role) => role !== null && give({ ...value, role })}
        />
      )}
      {(value?.type === 'role' || (value?.type === 'people' && value.userIds.length > 1)) && (
        <Select
          label={t('automation.who.by')}
          w={240}
          allowDeselect={false}
          data={ways.map((by) => ({ value: by, label: t(`automation.who.by.${by}`) }))}
          value={value.by}
          onChange={(by) => by !== null && give({ ...value, by: by as typeof value.by })}
        />
      )}
    </Group>
  );
}
