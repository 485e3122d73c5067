import type { MouseEvent, ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { usePublishedHeight } from './use-published-height';

export interface NavItem {
  href: string;
  label: ReactNode;
  icon: IconName;
  /** A short count; `badgeLabel` says what it counts. */
  badge?: ReactNode;
  badgeLabel?: string | undefined;
}

export interface AppShellProps {
  /** Name of the product or of the organisation, at the start of the top bar. */
  brand: ReactNode;
  /** Whether the work is saved and sent, at the end of the top bar. */
  status?: ReactNode;
  /** No items, no navigation: the page has the screen to itself. */
  items?: readonly NavItem[] | undefined;
  /** `href` of the item one is in. */
  current?: string | undefined;
  navLabel: string;
  skipLabel: ReactNode;
  /** Lets tables and charts use the width of a wide screen. */
  wide?: boolean | undefined;
  /**
   * Called for every plain click on a link of this site anywhere in the shell, so that pages need only write `<a href>`.
   * Call `event.preventDefault()` when the router takes it.
   */
  onNavigate?: ((href: string, event: MouseEvent<HTMLElement>) => void) | undefined;
  children: ReactNode;
}

function linkOf(event: MouseEvent<HTMLElement>): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  return link.getAttribute('href')?.startsWith('#') ? null : link;
}

function Navigation({ items, current, navLabel }: Required<Pick<AppShellProps, 'items' | 'navLabel'>> & Pick<AppShellProps, 'current'>) {
  const ref = usePublishedHeight<HTMLElement>('--ui-nav-height');
  return (
    <nav ref={ref} aria-label={navLabel} className="ui-nav">
      <ul role="list">
        {items?.map(({ href, label, icon, badge, badgeLabel }) => (
          <li key={href}>
            <a href={href} className="ui-tap ui-muted" aria-current={href === current ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
              {badge !== undefined && badge !== null && (
                <span className="ui-primary ui-strong ui-nav-badge">
                  <span aria-hidden={badgeLabel ? true : undefined}>{badge}</span>
                  {badgeLabel && <span className="ui-hidden">{badgeLabel}</span>}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function AppShell({ brand, status, items = [], current, navLabel, skipLabel, wide, onNavigate, children }: AppShellProps) {
  const click = (event: MouseEvent<HTMLElement>): void => {
    const link = onNavigate && linkOf(event);
    if (link) onNavigate?.(link.pathname + link.search + link.hash, event);
  };
  const top = usePublishedHeight<HTMLElement>('--ui-top-height');
  return (
    <div className="ui-shell" onClick={click}>
      <div className="ui-frame">
        <a className="ui-skip" href="#main">{skipLabel}</a>
        <header ref={top} className="ui-row ui-spread ui-top">
          <div className="ui-line ui-strong">{brand}</div>
          <div className="ui-line">{status}</div>
        </header>
        {items.length > 0 && <Navigation items={items} current={current} navLabel={navLabel} />}
        <main id="main" tabIndex={-1} className={wide ? 'ui-main ui-wide' : 'ui-main'}>{children}</main>
      </div>
    </div>
  );
}
