import { useContext, useLayoutEffect, useRef } from 'react';
import type { ChangeEvent, ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { useControl } from './field';
import { FieldTool } from './field-tool';
import { NOT_KEPT } from './text-input';

export interface TextAreaProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'ref'> {
  onValue?: ((value: string) => void) | undefined;
  /** Large type for words to be read aloud. */
  speech?: boolean | undefined;
  /** Not to be taken down by voice. */
  'data-unheard'?: boolean | undefined;
}

/** Grows with its text: by CSS where the browser can, else by measuring. */
export function TextArea({ onValue, onChange, speech, className, ...rest }: TextAreaProps) {
  const tool = useContext(FieldTool);
  const ref = useRef<HTMLTextAreaElement>(null);
  const grow = (): void => {
    const area = ref.current;
    if (!area || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  useLayoutEffect(grow, [rest.value]);
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    onChange?.(event);
    onValue?.(event.target.value);
    grow();
  };
  const area = <textarea rows={3} {...NOT_KEPT} {...useControl(rest)} ref={ref} className={cx('ui-input', speech && 'ui-speech', className)} onChange={change} />;
  return tool ? <>{area}{tool(ref, rest)}</> : area;
}
