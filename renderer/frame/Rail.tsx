import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import { useStored } from '#renderer/app/use-stored.ts';
import styles from '#renderer/frame/Frame.module.css';
import type { RailItem } from '#renderer/frame/rail-items.ts';
import { usePages } from '#renderer/frame/use-pages.ts';

/** The pages of the program. Narrow, it shows icons only; the choice is kept. */
export function Rail() {
  const t = useText();
  const { hidden } = useSettings();
  const [kept, setKept] = useStored<'yes' | 'no'>('cartera.narrowRail', 'no');
  const isTablet = useMediaQuery('(max-width: 820px)');
  const isNarrow = isTablet || kept === 'yes';
  const items = usePages().filter(({ part }) => part === undefined || !hidden.includes(part));
  const Fold = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={styles.rail} aria-label={t('nav.label')} data-narrow={isNarrow || undefined}>
      {items.map((item) => (
        <RailLink key={item.path} item={item} isNarrow={isNarrow} />
      ))}
      {!isTablet && (
        <Tooltip label={t('nav.expand')} position="right" disabled={!isNarrow}>
          <UnstyledButton
            className={`${styles.link} ${styles.foot}`}
            aria-expanded={!isNarrow}
            aria-label={isNarrow ? t('nav.expand') : undefined}
            onClick={() => setKept(isNarrow ? 'no' : 'yes')}
          >
            <Fold size={20} stroke={1.6} aria-hidden />
            {!isNarrow && (
              <span>
                <Message id="nav.collapse" />
              </span>
            )}
          </UnstyledButton>
        </Tooltip>
      )}
    </nav>
  );
}

function RailLink({ item, isNarrow }: { readonly item: RailItem; readonly isNarrow: boolean }) {
  const t = useText();
  const [location] = useLocation();
  const isHere = location === item.path || location.startsWith(`${item.path}/`);
  const Icon = item.icon;
  const Count = item.count;
  return (
    <Tooltip label={t(item.label)} position="right" disabled={!isNarrow}>
      <Link
        href={item.path}
        className={styles.link}
        aria-current={isHere ? 'page' : undefined}
        aria-label={isNarrow ? t(item.label) : undefined}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        {!isNarrow && (
          <span>
            <Message id={item.label} />
          </span>
        )}
        {Count !== undefined && <Count />}
      </Link>
    </Tooltip>
  );
}
