// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppShell } from './index';
import type { AppShellProps } from './index';

afterEach(cleanup);

type Navigate = NonNullable<AppShellProps['onNavigate']>;

const show = (onNavigate = vi.fn<Navigate>((_, event) => event.preventDefault())) => {
  render(
    <AppShell
      brand="Book"
      navLabel="Main"
      skipLabel="Skip"
      current="/members"
      items={[
        { href: '/', label: 'Today', icon: 'home' },
        { href: '/members', label: 'Members', icon: 'members', badge: 2, badgeLabel: '2 waiting' },
      ]}
      onNavigate={onNavigate}
    >
      <a href="/meeting?id=1#end"><b>Inside</b></a>
      <a href="https://elsewhere.example/">Elsewhere</a>
      <a href="/file.docx" download>File</a>
      <a href="/new" target="_blank" rel="noreferrer">New window</a>
      <a href="#part">Part</a>
    </AppShell>,
  );
  return onNavigate;
};

describe('AppShell', () => {
  it('marks where one is and says what a count counts', () => {
    show();
    const link = screen.getByRole('link', { current: 'page' });
    expect(link.getAttribute('href')).toBe('/members');
    expect(screen.getByRole('link', { name: 'Members 2 waiting' })).toBe(link);
    expect(screen.getByRole('main').id).toBe('main');
  });

  it('hands plain clicks on links of this site to the router, wherever they are', () => {
    const onNavigate = show();
    fireEvent.click(screen.getByText('Today'));
    fireEvent.click(screen.getByText('Inside'));
    expect(onNavigate.mock.calls.map(([href]) => href)).toEqual(['/', '/meeting?id=1#end']);
  });

  it('leaves everything else to the browser', () => {
    const onNavigate = show();
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('click', stop);
    for (const text of ['Elsewhere', 'File', 'New window', 'Part', 'Skip']) fireEvent.click(screen.getByText(text));
    fireEvent.click(screen.getByText('Today'), { ctrlKey: true });
    fireEvent.click(screen.getByText('Today'), { metaKey: true });
    window.removeEventListener('click', stop);
    expect(onNavigate).not.toHaveBeenCalled();
  });

  it('has no navigation without items', () => {
    render(<AppShell brand="Book" navLabel="Main" skipLabel="Skip">text</AppShell>);
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
