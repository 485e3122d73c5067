import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { toneIcon } from './tone';
import type { Tone } from './tone';

export interface ToastOptions {
  text: ReactNode;
  tone?: Tone | undefined;
  action?: { label: ReactNode; run: () => void } | undefined;
  /** Seconds on the screen: 5, or 10 with an action. Hands or focus on the toasts stop the clock. */
  seconds?: number | undefined;
}
type Shown = ToastOptions & { id: number };
export type ShowToast = (toast: ToastOptions) => void;

const ToastContext = /* @__PURE__ */ createContext<ShowToast>(() => undefined);

/** Gives one function, the same on every render, that shows a short message. */
export const useToast = (): ShowToast => useContext(ToastContext);

function Toast({ toast, held, closeLabel, onDone }: { toast: Shown; held: boolean; closeLabel: string; onDone: (id: number) => void }) {
  const { id, tone = 'ok', action, seconds = action ? 10 : 5 } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, id, onDone, seconds]);
  return (
    <div className={`ui-row ui-banner ui-tone ui-tone-${tone} ui-toast`}>
      <Icon name={toneIcon[tone]} />
      <div>{toast.text}</div>
      {action && (
        <Button
          variant="quiet"
          onClick={() => {
            onDone(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={closeLabel} onClick={() => onDone(id)} />
    </div>
  );
}

let lastId = 0;

/** Shows at most three messages, the newest last, above the bottom bars. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);
  const show = useCallback<ShowToast>((toast) => setToasts((all) => [...all.slice(-2), { ...toast, id: ++lastId }]), []);
  const done = useCallback((id: number) => {
    setToasts((all) => all.filter((toast) => toast.id !== id));
    // The toast under the finger is gone and will send no "leave".
    setHeld(false);
  }, []);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className="ui-stack ui-gap-2 ui-toasts" role="status" aria-live="polite" aria-atomic="false" {...hold}>
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} held={held} closeLabel={closeLabel} onDone={done} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}
