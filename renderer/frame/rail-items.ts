import {
  IconAddressBook,
  IconArrowsSplit2,
  IconBolt,
  IconBriefcase,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconCalendar,
  IconChartBar,
  IconFileImport,
  IconHistory,
  IconInbox,
  IconPackage,
  IconSettings,
  IconSunHigh,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { ConflictCount } from '#renderer/conflict/ConflictCount.tsx';
import { LeadCount } from '#renderer/lead/LeadCount.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Permission } from '#shared/people/permission.ts';
import type { Part } from '#shared/settings/parts.ts';

export interface RailItem {
  readonly path: string;
  readonly label: MessageKey;
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number; readonly 'aria-hidden'?: boolean }>;
  /** What the user may hide it as; absent for what must stay. */
  readonly part?: Part;
  /** Who lacks it doesn't see the page. */
  readonly permission?: Permission;
  /** Only there where head office is. */
  readonly isOffices?: boolean;
  /** Only there where the shop is one of a company's, or has been. */
  readonly isCompanys?: boolean;
  /** How much waits there. */
  readonly count?: ComponentType;
}

/** The pages, in the order in which a shop uses them. */
export const railItems: readonly RailItem[] = [
  { path: '/day', label: 'nav.day', icon: IconSunHigh, permission: 'task.see' },
  { path: '/leads', label: 'nav.leads', icon: IconInbox, part: 'leads', permission: 'lead.see', count: LeadCount },
  { path: '/deals', label: 'nav.deals', icon: IconBriefcase, part: 'deals', permission: 'deal.see' },
  { path: '/calendar', label: 'nav.calendar', icon: IconCalendar, part: 'calendar', permission: 'task.see' },
  { path: '/contacts', label: 'nav.contacts', icon: IconAddressBook, permission: 'party.see' },
  { path: '/companies', label: 'nav.companies', icon: IconBuildingStore, part: 'companies', permission: 'party.see' },
  { path: '/all', label: 'nav.all', icon: IconUsersGroup, part: 'all', permission: 'party.see' },
  { path: '/products', label: 'nav.products', icon: IconPackage, part: 'products', permission: 'product.see' },
  { path: '/reports', label: 'nav.reports', icon: IconChartBar, part: 'reports' },
  { path: '/automations', label: 'nav.automations', icon: IconBolt, part: 'automations', permission: 'automation.see' },
  { path: '/branches', label: 'nav.branches', icon: IconBuildingWarehouse, permission: 'branch.manage', isOffices: true },
  {
    path: '/conflicts',
    label: 'nav.conflicts',
    icon: IconArrowsSplit2,
    permission: 'party.see',
    isCompanys: true,
    count: ConflictCount,
  },
  { path: '/import', label: 'nav.import', icon: IconFileImport, part: 'import', permission: 'party.import' },
  { path: '/recycle-bin', label: 'nav.recycleBin', icon: IconTrash, part: 'recycleBin', permission: 'party.delete' },
  { path: '/history', label: 'nav.history', icon: IconHistory, part: 'history', permission: 'history.see' },
  { path: '/settings', label: 'nav.settings', icon: IconSettings },
];
