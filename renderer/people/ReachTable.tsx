import { NativeSelect, Switch, Table } from '@mantine/core';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useBranches } from '#renderer/sync/use-branches.ts';
import { actionsOf, governed, reaches } from '#shared/people/rights.ts';
import type { Governed, GovernedAction, Reach, Rights } from '#shared/people/rights.ts';

const actions = ['see', 'edit', 'delete', 'export'] as const;

interface RightsPartProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}

/** How far a role reaches among clients, requests, deals and tasks. */
export function ReachTable({ rights, onChange }: RightsPartProps) {
  const t = useText();
  return (
    <>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={6} horizontalSpacing="xs" withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {actions.map((action) => (
                <Table.Th key={action} scope="col">
                  <Message id={`roles.action.${action}`} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {governed.map((object) => (
              <Table.Tr key={object}>
                <Table.Th scope="row">
                  <Message id={`roles.object.${object}`} />
                </Table.Th>
                {actions.map((action) => (
                  <Table.Td key={action}>
                    <ReachCell place={{ object, action }} rights={rights} onChange={onChange} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Switch
        label={t('roles.key')}
        description={t('roles.keyText')}
        checked={rights.keyClients}
        onChange={(event) => onChange({ ...rights, keyClients: event.currentTarget.checked })}
      />
    </>
  );
}

interface ReachCellProps extends RightsPartProps {
  readonly place: { readonly object: Governed; readonly action: GovernedAction };
}

function ReachCell({ place: { object, action }, rights, onChange }: ReachCellProps) {
  const t = useText();
  const hasBranches = useBranches().length > 0;
  if (!(actionsOf[object] as readonly GovernedAction[]).includes(action)) return null;
  const own: Readonly<Record<string, Reach>> = rights.objects[object];
  const value = own[action] ?? 'none';
  const data = reaches
    .filter((reach) => reach !== 'branch' || hasBranches || value === 'branch')
    .map((reach) => ({ value: reach, label: t(`roles.reach.${reach}`) }));
  return (
    <NativeSelect
      aria-label={`${t(`roles.object.${object}`)}: ${t(`roles.action.${action}`)}`}
      data={data}
      value={value}
      onChange={(event) => {
        const reach = event.currentTarget.value as Reach;
        onChange({ ...rights, objects: { ...rights.objects, [object]: { ...own, [action]: reach } } });
      }}
    />
  );
}
