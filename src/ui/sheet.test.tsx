// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button, ConfirmDialog, Sheet } from './index';

afterEach(cleanup);

function Owner({ unmounts }: { unmounts?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      {(open || !unmounts) && (
        <Sheet open={open} title="Reason" closeLabel="Close" onClose={() => setOpen(false)}>
          <input aria-label="inside" />
        </Sheet>
      )}
    </>
  );
}
const dialog = () => document.querySelector('dialog');

describe.each([[false], [true]])('Sheet (owner unmounts it: %s)', (unmounts) => {
  const open = async () => {
    render(<StrictMode><Owner unmounts={unmounts} /></StrictMode>);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  };

  it('opens as a named modal with focus on its title, not on a field', async () => {
    await open();
    expect(dialog()?.open).toBe(true);
    expect(screen.getByRole('dialog', { name: 'Reason' })).toBe(dialog());
    expect(document.activeElement?.textContent).toBe('Reason');
  });

  it('closes by its button and gives the focus back', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(dialog()?.open ?? false).toBe(false);
    expect(screen.queryByLabelText('inside')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });

  it('closes when the browser asks to cancel', async () => {
    await open();
    fireEvent(dialog() as Element, new Event('cancel', { cancelable: true }));
    expect(dialog()?.open ?? false).toBe(false);
  });
});

describe('Sheet', () => {
  const show = (onClose: () => void, dismissible?: boolean) =>
    render(<Sheet open title="Reason" closeLabel="Close" onClose={onClose} dismissible={dismissible}><input type="file" aria-label="file" /></Sheet>);

  it('closes by a tap beside it, not by one inside', async () => {
    const onClose = vi.fn<() => void>();
    show(onClose);
    await userEvent.click(screen.getByText('Reason'));
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(dialog() as Element);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays when it is not dismissible', async () => {
    const onClose = vi.fn<() => void>();
    show(onClose, false);
    await userEvent.click(dialog() as Element);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('stays when a file picker inside it is cancelled', () => {
    const onClose = vi.fn<() => void>();
    show(onClose);
    fireEvent(screen.getByLabelText('file'), new Event('cancel', { bubbles: true }));
    expect(onClose).not.toHaveBeenCalled();
  });

  it('tells its owner when the system closed it without asking', () => {
    const onClose = vi.fn<() => void>();
    show(onClose);
    dialog()?.close();
    fireEvent(dialog() as Element, new Event('close'));
    expect(onClose).toHaveBeenCalled();
  });
});

describe('ConfirmDialog', () => {
  it('starts on the harmless answer and calls only what was tapped', async () => {
    const onConfirm = vi.fn<() => void>();
    const onCancel = vi.fn<() => void>();
    render(<ConfirmDialog open title="Delete?" confirmLabel="Delete" cancelLabel="Keep" onConfirm={onConfirm} onCancel={onCancel}>Gone for good</ConfirmDialog>);
    expect(document.activeElement?.textContent).toBe('Keep');
    expect(screen.getByRole('alertdialog', { name: 'Delete?', description: 'Gone for good' })).toBe(dialog());
    await userEvent.click(dialog() as Element);
    expect(onCancel).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect([onConfirm.mock.calls.length, onCancel.mock.calls.length]).toEqual([1, 0]);
  });
});
