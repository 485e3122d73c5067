// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Field, PasscodeInput, Select, TextArea, TextInput } from './index';

afterEach(cleanup);

const describedBy = (element: HTMLElement): string[] =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');

describe('Field', () => {
  it('names its control and describes it with the hint, then the error', () => {
    render(<Field label="Name" hint="As in the file" error="Missing" required><TextInput /></Field>);
    const input = screen.getByLabelText(/^Name/);
    expect(describedBy(input)).toEqual(['As in the file', 'Missing']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
  });

  it('says nothing of errors when there is none', () => {
    render(<Field label="Name"><TextInput /></Field>);
    const input = screen.getByLabelText('Name');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(input.hasAttribute('aria-describedby')).toBe(false);
  });

  it('wires text areas, selects, passcodes and foreign elements alike', () => {
    render(
      <>
        <Field label="Text" error="e1"><TextArea /></Field>
        <Field label="Choice" error="e2"><Select><option>1</option></Select></Field>
        <Field label="Code" error="e3"><PasscodeInput showLabel="Show" hideLabel="Hide" /></Field>
        <Field label="Other" error="e4">{(control) => <input {...control} />}</Field>
      </>,
    );
    for (const [label, error] of [['Text', 'e1'], ['Choice', 'e2'], ['Code', 'e3'], ['Other', 'e4']] as const) {
      expect(describedBy(screen.getByLabelText(label))).toEqual([error]);
    }
  });

  it('keeps a description that the control brings itself', () => {
    render(<><p id="mine">Mine</p><Field label="Name" hint="Hint"><TextInput aria-describedby="mine" /></Field></>);
    expect(describedBy(screen.getByLabelText('Name'))).toEqual(['Hint', 'Mine']);
  });

  it('hands the typed text to onValue', async () => {
    function Owner() {
      const [value, setValue] = useState('');
      return <><Field label="Name"><TextInput value={value} onValue={setValue} /></Field><output>{value}</output></>;
    }
    render(<Owner />);
    await userEvent.type(screen.getByLabelText('Name'), 'Ẩn');
    expect(screen.getByRole('status').textContent).toBe('Ẩn');
  });
});

describe('PasscodeInput', () => {
  it('shows and hides what is typed and keeps it', async () => {
    render(<Field label="Code"><PasscodeInput showLabel="Show" hideLabel="Hide" /></Field>);
    const input = screen.getByLabelText<HTMLInputElement>('Code');
    await userEvent.type(input, '2468');
    expect(input.type).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(input.type).toBe('text');
    expect(input.value).toBe('2468');
    await userEvent.click(screen.getByRole('button', { name: 'Hide' }));
    expect(input.type).toBe('password');
  });
});
